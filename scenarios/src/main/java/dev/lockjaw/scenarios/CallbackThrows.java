package dev.lockjaw.scenarios;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.CallbackException;
import dev.lockjaw.session.Delivery;
import dev.lockjaw.session.Refusal;
import java.io.IOException;

/**
 * The callback throws, as application code does. The session may pass the exception on or close. It
 * must not keep the lock that it held, nor a flag that says that a thread is inside: the writer,
 * and what follows, would wait forever. Met in Jetty (issue 11275): after an exception in a message
 * handler, no further message was delivered.
 */
@AutoService(Scenario.class)
public final class CallbackThrows implements Scenario {
  @Override
  public String id() {
    return "callback-throws";
  }

  @Override
  public String description() {
    return "the receive callback throws beside a writer; then a send and a free";
  }

  @Override
  public int order() {
    return 85;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    connection.peer().send(Traffic.message("peer", 0, 16));
    Traffic traffic = Traffic.to(stage, connection);
    connection
        .session()
        .onReceive(
            Delivery.AFTER_RELEASE,
            data -> {
              throw new CallbackException();
            });
    stage.actor("reader", () -> Refusal.allow(connection.session()::receive));
    stage.actor("writer", () -> Refusal.allow(() -> traffic.send("writer")));
    stage.afterwards(
        "closer",
        () -> {
          Refusal.allow(() -> traffic.send("closer"));
          Refusal.allow(connection.session()::free);
        });
  }
}
