package dev.lockjaw.scenarios;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Incoming;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.SessionPair;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import dev.lockjaw.session.Driving;
import java.io.IOException;

/**
 * The read at one end is blocked, inside the transport, until the other end writes. If both need
 * the same lock, the write never happens. This is why the seed article's one global lock deadlocks.
 */
@AutoService(Scenario.class)
public final class LoopbackDependency implements Scenario {
  @Override
  public String id() {
    return "loopback-dependency";
  }

  @Override
  public String description() {
    return "one process holds both ends; a read waits for a write";
  }

  @Override
  public int order() {
    return 130;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    SessionPair pair = stage.pair("client", "server");
    pair.client().drive(Driving.BLOCKING);
    pair.server().drive(Driving.BLOCKING);
    byte[] message = Traffic.message("writer", 0, 16);
    Incoming incoming = new Incoming(stage, pair.client());
    incoming.expect(message);
    pair.client().onReceive(Delivery.AFTER_RELEASE, incoming);
    stage.actor("reader", incoming::receiveAll);
    stage.actor("writer", () -> pair.server().send(message));
  }
}
