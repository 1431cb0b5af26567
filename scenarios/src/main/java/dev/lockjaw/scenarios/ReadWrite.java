package dev.lockjaw.scenarios;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Incoming;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import java.io.IOException;

/**
 * A reader beside a writer on one session. A DUPLEX stack allows it, a SERIAL one does not. Met in
 * cpp-httplib (issue 2550) and esp-protocols (issue 1111).
 */
@AutoService(Scenario.class)
public final class ReadWrite implements Scenario {
  @Override
  public String id() {
    return "read-write";
  }

  @Override
  public String description() {
    return "one thread reads while another writes";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    Incoming incoming = new Incoming(stage, connection.session());
    incoming.from(connection.peer(), Traffic.message("peer", 0, 16));
    connection.session().onReceive(Delivery.AFTER_RELEASE, incoming);
    Traffic traffic = Traffic.to(stage, connection);
    stage.actor("reader", incoming::receiveAll);
    stage.actor(
        "writer",
        () -> {
          traffic.send("writer");
          traffic.send("writer");
        });
  }
}
