package dev.lockjaw.scenarios;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Incoming;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.util.Optional;

/**
 * A KeyUpdate makes the reader a writer: it must answer, and the answer changes the keys with which
 * the writer seals (RFC 8446, section 4.6.3).
 */
@AutoService(Scenario.class)
public final class KeyUpdate implements Scenario {
  @Override
  public String id() {
    return "key-update";
  }

  @Override
  public String description() {
    return "the reader answers a TLS 1.3 KeyUpdate while a write is in flight";
  }

  @Override
  public int order() {
    return 150;
  }

  @Override
  public Protocol protocol(Protocol asked) {
    return Protocol.TLS_1_3;
  }

  @Override
  public Optional<String> unsupported(Transport transport) {
    return transport.updatesKeys()
        ? Optional.empty()
        : Optional.of(transport.id() + " offers no KeyUpdate");
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    Incoming incoming = new Incoming(stage, connection.session());
    connection.peer().requestKeyUpdate();
    incoming.from(connection.peer(), Traffic.message("peer", 0, 16));
    connection.session().onReceive(Delivery.AFTER_RELEASE, incoming);
    Traffic traffic = Traffic.to(stage, connection);
    stage.actor("reader", incoming::receiveAll);
    stage.actor("writer", () -> traffic.send("writer"));
  }
}
