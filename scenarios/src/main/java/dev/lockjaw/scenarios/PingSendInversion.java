package dev.lockjaw.scenarios;

import com.google.auto.service.AutoService;
import dev.lockjaw.adapter.Hook;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Frames;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.websocket.Opcode;
import dev.lockjaw.websocket.WebSocket;
import java.io.IOException;
import java.util.Set;

/**
 * The idle ping takes the session lock and then the WebSocket layer's send lock. An application
 * send takes them in the opposite order. Met in libdatachannel (issue 1618), where a recursive
 * session lock uncovered it.
 */
@AutoService(Scenario.class)
public final class PingSendInversion implements Scenario {
  @Override
  public String id() {
    return "ping-send-inversion";
  }

  @Override
  public String description() {
    return "an idle ping and an application send take two locks in opposite orders";
  }

  @Override
  public int order() {
    return 110;
  }

  @Override
  public Set<Hook> needs() {
    return Set.of(Hook.IDLE_TICK);
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    WebSocket socket = new WebSocket(stage.sync(), connection.session());
    connection.session().idleTick();
    stage.actor("worker", socket::receive);
    stage.actor("application", () -> socket.sendText("hello"));
    Frames.expect(stage, connection.peer(), Opcode.PING, Opcode.TEXT);
  }
}
