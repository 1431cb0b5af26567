package dev.lockjaw.scenarios.ending;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Incoming;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import java.io.IOException;

/** A read, a write and a free at once, as in the seed article. */
@AutoService(Scenario.class)
public final class ReadWriteFree implements Scenario {
  @Override
  public String id() {
    return "read-write-free";
  }

  @Override
  public String description() {
    return "a reader, a writer and a thread that frees";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    Incoming incoming = new Incoming(stage, connection.session());
    incoming.from(connection.peer(), Traffic.message("peer", 0, 16));
    connection.session().onReceive(Delivery.AFTER_RELEASE, incoming);
    Traffic traffic = Traffic.to(stage, connection);
    stage.actor("reader", incoming::receiveAll);
    stage.actor("writer", () -> traffic.send("writer"));
    stage.actor("freer", connection.session()::free);
  }
}
