package dev.lockjaw.scenarios;

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
 * One thread receives until its callback has sent twice, and then sends once. If the callback's
 * sends take another path than the last one, it may overtake them.
 */
@AutoService(Scenario.class)
public final class SendOrder implements Scenario {
  @Override
  public String id() {
    return "send-order";
  }

  @Override
  public String description() {
    return "sends from one thread arrive in order, each exactly once";
  }

  @Override
  public int order() {
    return 170;
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
        });
  }
}
