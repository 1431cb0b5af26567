package dev.lockjaw.scenarios;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Driving;
import dev.lockjaw.wire.MemoryWire;
import java.io.IOException;

/**
 * Two writers, each with a message that is longer than the wire has room for. One is blocked until
 * there is room; the other one must wait for it, however long that takes. A writer that gives up
 * waiting for a lock and goes on, or that writes its record in parts between which another one
 * fits, mixes the records. Met in RustPython (issue 8662), where the lock is dropped before the
 * I/O.
 */
@AutoService(Scenario.class)
public final class BlockedWriteWrite implements Scenario {
  /** Bytes that the wire holds at first; a message is longer. */
  private static final int WIRE = 100;

  private static final int MESSAGE = 120;

  @Override
  public String id() {
    return "blocked-write-write";
  }

  @Override
  public String description() {
    return "two threads write more than the wire has room for, until it gets more";
  }

  @Override
  public int order() {
    return 145;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    connection.wire().bound(WIRE);
    connection.session().drive(Driving.BLOCKING);
    Traffic traffic = new Traffic(stage, connection.session(), MESSAGE, connection.peer()::drain);
    stage.actor("writer-1", () -> traffic.send("writer-1"));
    stage.actor("writer-2", () -> traffic.send("writer-2"));
    stage.actor("network", () -> makeRoom(stage, connection.wire()));
  }

  private static void makeRoom(Stage stage, MemoryWire wire) {
    wire.bound(Stage.WIRE);
    stage.sync().changed(wire.wire().server().input());
  }
}
