package dev.lockjaw.adapter;

import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import java.io.IOException;

/** A thread sends, and then frees the session itself. */
final class SendThenFree implements Scenario {
  @Override
  public String id() {
    return "send-then-free";
  }

  @Override
  public String description() {
    return "one thread sends and then frees the session";
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    Traffic traffic = Traffic.to(stage, connection);
    stage.actor(
        "writer",
        () -> {
          traffic.send("writer");
          connection.session().free();
        });
  }
}
