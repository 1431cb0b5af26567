package dev.lockjaw.scenarios.ending;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Incoming;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import java.io.IOException;

/**
 * A free while a read is in flight. Met in Undertow (UNDERTOW-1839): buffers were returned to their
 * pool during an unwrap.
 */
@AutoService(Scenario.class)
public final class ReadFree implements Scenario {
  @Override
  public String id() {
    return "read-free";
  }

  @Override
  public String description() {
    return "one thread frees the session while another reads";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    Incoming incoming = new Incoming(stage, connection.session());
    incoming.from(connection.peer(), Traffic.message("peer", 0, 16));
    connection.session().onReceive(Delivery.AFTER_RELEASE, incoming);
    stage.actor("reader", incoming::receiveAll);
    stage.actor("freer", connection.session()::free);
  }
}
