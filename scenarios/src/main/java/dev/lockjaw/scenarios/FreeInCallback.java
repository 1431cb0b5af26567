package dev.lockjaw.scenarios;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import java.io.IOException;

/**
 * The callback, run inside the read, frees the session that the read goes on to use. Met in
 * esp-protocols (issue 625).
 */
@AutoService(Scenario.class)
public final class FreeInCallback implements Scenario {
  @Override
  public String id() {
    return "free-in-callback";
  }

  @Override
  public String description() {
    return "the receive callback frees its own session";
  }

  @Override
  public int order() {
    return 80;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    connection.peer().send(Traffic.message("peer", 0, 16));
    connection.session().onReceive(Delivery.INSIDE, data -> connection.session().free());
    stage.actor("reader", connection.session()::receive);
  }
}
