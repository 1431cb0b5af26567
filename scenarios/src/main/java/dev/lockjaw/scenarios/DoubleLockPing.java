package dev.lockjaw.scenarios;

import com.google.auto.service.AutoService;
import dev.lockjaw.adapter.Hook;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Frames;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.websocket.Opcode;
import dev.lockjaw.websocket.WebSocket;
import java.io.IOException;
import java.util.Set;

/**
 * The seed bug. The poll thread queues a zero-length message because no input has arrived for a
 * while. The read's I/O callback delivers it under the session lock. The WebSocket layer answers
 * with a ping, which needs the session lock. Met in libdatachannel with MbedTLS (issue 1347).
 */
@AutoService(Scenario.class)
public final class DoubleLockPing implements Scenario {
  @Override
  public String id() {
    return "double-lock-ping";
  }

  @Override
  public String description() {
    return "an idle tick, delivered inside the read, sends a ping";
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public Set<Hook> needs() {
    return Set.of(Hook.IDLE_TICK);
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    WebSocket socket = new WebSocket(stage.sync(), connection.session());
    connection.session().idleTick();
    stage.actor("worker", socket::receive);
    Frames.expect(stage, connection.peer(), Opcode.PING);
  }
}
