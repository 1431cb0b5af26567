package dev.lockjaw.scenarios;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Incoming;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.SessionPair;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import dev.lockjaw.session.Driving;
import dev.lockjaw.session.SessionUnderTest;
import java.io.IOException;

/**
 * Both ends are blocked in a write, inside the transport, until the other end reads. The server
 * reads when its write is done. The client has a reader beside its writer: if the reader needs a
 * lock that the writer holds, neither end ever reads. Met in OpenSSL (issue 8677) and RabbitMQ's
 * Java client (issue 236).
 */
@AutoService(Scenario.class)
public final class FullWire implements Scenario {
  @Override
  public String id() {
    return "full-wire";
  }

  @Override
  public String description() {
    return "both ends write more than the wire holds; each needs the other to read";
  }

  @Override
  public int order() {
    return 140;
  }

  /** Bytes that the wire holds; a message is longer. */
  private static final int WIRE = 100;

  private static final int MESSAGE = 120;

  @Override
  public void arrange(Stage stage) throws IOException {
    SessionPair pair = stage.pair("client", "server");
    pair.wire().bound(WIRE);
    SessionUnderTest client = pair.client();
    SessionUnderTest server = pair.server();
    Incoming toClient = direct(stage, server, client);
    Incoming toServer = direct(stage, client, server);
    stage.actor("client-writer", () -> client.send(message(client)));
    stage.actor("client-reader", toClient::receiveAll);
    stage.actor(
        "server",
        () -> {
          server.send(message(server));
          toServer.receiveAll();
        });
  }

  private static Incoming direct(Stage stage, SessionUnderTest from, SessionUnderTest to) {
    to.drive(Driving.BLOCKING);
    Incoming incoming = new Incoming(stage, to);
    incoming.expect(message(from));
    to.onReceive(Delivery.AFTER_RELEASE, incoming);
    return incoming;
  }

  private static byte[] message(SessionUnderTest from) {
    return Traffic.message(from.name(), 0, MESSAGE);
  }
}
