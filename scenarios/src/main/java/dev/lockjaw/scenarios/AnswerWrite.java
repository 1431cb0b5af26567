package dev.lockjaw.scenarios;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import java.io.IOException;

/**
 * The callback's send runs on the thread that receives, beside a writer. Here nothing but the
 * session orders the two; in ping-send-inversion, the application's send lock does as well. Met in
 * mbed-client (issue 156): a reader that sends and a sender send one record twice.
 */
@AutoService(Scenario.class)
public final class AnswerWrite implements Scenario {
  @Override
  public String id() {
    return "answer-write";
  }

  @Override
  public String description() {
    return "the receive callback answers while another thread writes";
  }

  @Override
  public int order() {
    return 25;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    connection.peer().send(Traffic.message("peer", 0, 16));
    Traffic traffic = Traffic.to(stage, connection);
    connection.session().onReceive(Delivery.AFTER_RELEASE, data -> traffic.send("reader"));
    stage.actor("reader", connection.session()::receive);
    stage.actor("writer", () -> traffic.send("writer"));
  }
}
