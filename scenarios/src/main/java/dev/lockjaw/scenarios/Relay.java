package dev.lockjaw.scenarios;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import dev.lockjaw.session.SessionUnderTest;
import java.io.IOException;

/**
 * Each callback runs inside its session's read, under the locks that the strategy holds there, and
 * needs the other session's lock. Met in MINA (DIRMINA-1019), whose filter chain runs under the SSL
 * handler's monitor.
 */
@AutoService(Scenario.class)
public final class Relay implements Scenario {
  @Override
  public String id() {
    return "relay";
  }

  @Override
  public String description() {
    return "the callback of each of two sessions sends on the other";
  }

  @Override
  public int order() {
    return 120;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection left = stage.connect("left");
    Connection right = stage.connect("right");
    relay(stage, left, right);
    relay(stage, right, left);
  }

  private static void relay(Stage stage, Connection from, Connection to) throws IOException {
    SessionUnderTest source = from.session();
    Traffic traffic = Traffic.to(stage, to);
    source.onReceive(Delivery.INSIDE, data -> traffic.send(source.name()));
    from.peer().send(Traffic.message("peer", 0, 16));
    stage.actor(source.name() + "-reader", source::receive);
  }
}
