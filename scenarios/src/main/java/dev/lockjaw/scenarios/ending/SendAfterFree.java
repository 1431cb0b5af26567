package dev.lockjaw.scenarios.ending;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import java.io.IOException;

/** A send that was handed to an executor runs after the free: the risk of asynchronous sends. */
@AutoService(Scenario.class)
public final class SendAfterFree implements Scenario {
  @Override
  public String id() {
    return "send-after-free";
  }

  @Override
  public String description() {
    return "a callback sends, possibly through an executor, while another thread frees";
  }

  @Override
  public int order() {
    return 160;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    connection.peer().send(Traffic.message("peer", 0, 16));
    Traffic traffic = Traffic.to(stage, connection);
    connection.session().onReceive(Delivery.AFTER_RELEASE, data -> traffic.send("reader"));
    stage.actor("reader", connection.session()::receive);
    stage.actor("freer", connection.session()::free);
  }
}
