package dev.lockjaw.scenarios.ending;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Refusal;
import dev.lockjaw.session.SessionUnderTest;
import java.io.IOException;

/**
 * The connection breaks without a close alert, at any moment of a read and a write. Both may fail.
 * They must not keep a lock: a later send must be answered, and the free must return. Met in .NET
 * (corefx, pull request 36106): a write that failed left its stream locked for writing.
 */
@AutoService(Scenario.class)
public final class PeerVanishes implements Scenario {
  @Override
  public String id() {
    return "peer-vanishes";
  }

  @Override
  public String description() {
    return "the connection breaks beside a reader and a writer; then a send and a free";
  }

  @Override
  public int order() {
    return 88;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    SessionUnderTest session = connection.session();
    byte[] message = Traffic.message("client", 0, 16);
    stage.actor("reader", () -> Refusal.allow(session::receive));
    stage.actor("writer", () -> Refusal.allow(() -> session.send(message)));
    stage.actor("network", connection.wire().wire().server()::close);
    stage.afterwards(
        "closer",
        () -> {
          Refusal.allow(() -> session.send(message));
          Refusal.allow(session::free);
        });
  }
}
