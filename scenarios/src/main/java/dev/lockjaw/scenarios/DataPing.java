package dev.lockjaw.scenarios;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Frames;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.websocket.Frame;
import dev.lockjaw.websocket.Opcode;
import dev.lockjaw.websocket.WebSocket;
import java.io.IOException;

/**
 * How libdatachannel delivers data with each of its TLS libraries: after the session lock is
 * released. This is correct, so no strategy may show a finding here.
 */
@AutoService(Scenario.class)
public final class DataPing implements Scenario {
  @Override
  public String id() {
    return "data-ping";
  }

  @Override
  public String description() {
    return "a real PING frame, delivered after the lock is released: the control";
  }

  @Override
  public int order() {
    return 100;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    WebSocket socket = new WebSocket(stage.sync(), connection.session());
    connection.peer().send(Frame.ping(new byte[] {1, 2, 3}).encode());
    stage.actor("worker", socket::receive);
    Frames.expect(stage, connection.peer(), Opcode.PONG);
  }
}
