package dev.lockjaw.scenarios.ending;

import com.google.auto.service.AutoService;
import dev.lockjaw.lock.Status;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One thread sends from its callback, sends once more, and frees the session. What it sent before
 * its own free must arrive, or be refused: nobody else can have ended the session. A session that
 * queues sends and drops the queue when it is freed loses them. Met in esp-protocols (pull request
 * 997): close against send.
 */
@AutoService(Scenario.class)
public final class SendThenFree implements Scenario {
  @Override
  public String id() {
    return "send-then-free";
  }

  @Override
  public String description() {
    return "one thread sends, partly from its callback, and then frees";
  }

  @Override
  public int order() {
    return 165;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    connection.peer().send(Traffic.message("peer", 0, 16));
    Traffic traffic = Traffic.to(stage, connection);
    AtomicBoolean calledBack = new AtomicBoolean();
    connection
        .session()
        .onReceive(
            Delivery.AFTER_RELEASE,
            data -> {
              traffic.send("worker");
              calledBack.set(true);
            });
    stage.actor(
        "worker",
        () -> {
          while (!calledBack.get() && connection.session().receive() != Status.CLOSED) {
            // a library may call back later, on another thread
          }
          traffic.send("worker");
          connection.session().free();
        });
  }
}
