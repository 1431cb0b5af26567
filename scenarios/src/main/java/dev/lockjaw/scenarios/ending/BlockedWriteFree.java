package dev.lockjaw.scenarios.ending;

import com.google.auto.service.AutoService;
import dev.lockjaw.adapter.Hook;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Driving;
import java.io.IOException;
import java.util.Set;

/**
 * The writer is blocked inside the write: the wire is full, and the peer does not read. The thread
 * that frees must wake it, and must not wait for a lock that the writer holds, or for the peer to
 * take its close alert. Met in the JDK ({@code jdk-close-blocked-write} in docs/bugs.md) and in
 * wolfssljni (pull request 230). Many sessions do not promise that, so a session must declare
 * {@link Hook#PROMPT_FREE}.
 */
@AutoService(Scenario.class)
public final class BlockedWriteFree implements Scenario {
  @Override
  public String id() {
    return "blocked-write-free";
  }

  @Override
  public String description() {
    return "a free while the writer waits on a full wire";
  }

  @Override
  public int order() {
    return 75;
  }

  /** Bytes that the wire holds; the message is longer. */
  private static final int WIRE = 100;

  private static final int MESSAGE = 120;

  @Override
  public Set<Hook> needs() {
    return Set.of(Hook.PROMPT_FREE);
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    connection.wire().bound(WIRE);
    connection.session().drive(Driving.BLOCKING);
    byte[] message = Traffic.message("writer", 0, MESSAGE);
    stage.actor("writer", () -> connection.session().send(message));
    stage.actor("freer", connection.session()::free);
  }
}
