package dev.lockjaw.scenarios;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import dev.lockjaw.session.Refusal;
import java.io.IOException;

/**
 * A thread interrupts a reader that answers and a writer at any moment, as a thread pool does when
 * it shuts down. Both may give up. A thread that gives up waiting for a lock must not go on as if
 * it had the lock, and what it was about to do must not keep the others waiting. Met in Chronicle
 * Queue (issue 893: a lock that an interrupted thread did not get counts as taken) and in Jetty
 * (issue 1889: a deadlock in the TLS connection of an interrupted thread).
 */
@AutoService(Scenario.class)
public final class Interrupted implements Scenario {
  @Override
  public String id() {
    return "interrupt";
  }

  @Override
  public String description() {
    return "a reader that answers and a writer are interrupted; then a send and a free";
  }

  @Override
  public int order() {
    return 89;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    connection.peer().send(Traffic.message("peer", 0, 16));
    Traffic traffic = Traffic.to(stage, connection);
    connection.session().onReceive(Delivery.AFTER_RELEASE, data -> traffic.send("reader"));
    Interruptible reader = new Interruptible();
    Interruptible writer = new Interruptible();
    stage.actor("reader", () -> reader.run(connection.session()::receive));
    stage.actor("writer", () -> writer.run(() -> traffic.send("writer")));
    stage.actor(
        "interrupter",
        () -> {
          writer.interrupt();
          reader.interrupt();
        });
    stage.afterwards(
        "closer",
        () -> {
          Refusal.allow(() -> traffic.send("closer"));
          Refusal.allow(connection.session()::free);
        });
  }

  /** An operation whose thread is interrupted only as long as it is inside. */
  private static final class Interruptible {
    private Thread inside;

    void run(Runnable operation) {
      inside(Thread.currentThread());
      try {
        Refusal.allow(operation);
      } finally {
        inside(null);
      }
    }

    private synchronized void inside(Thread thread) {
      inside = thread;
    }

    synchronized void interrupt() {
      if (inside != null) {
        inside.interrupt();
      }
    }
  }
}
