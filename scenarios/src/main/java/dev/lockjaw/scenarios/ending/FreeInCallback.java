package dev.lockjaw.scenarios.ending;

import com.google.auto.service.AutoService;
import dev.lockjaw.adapter.Hook;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.session.Delivery;
import dev.lockjaw.session.Receiver;
import dev.lockjaw.session.SessionUnderTest;
import java.io.IOException;

/**
 * The callback, which runs inside the stack's read, frees the session that the read then continues
 * to use. Met in esp-protocols (issue 625). For sessions with an idle tick, the callback takes
 * libdatachannel's zero-length message, which a wrapper delivers from inside the stack's I/O
 * callback. A native stack is then really freed while it is in use (docs/crashes.md).
 */
@AutoService(Scenario.class)
public final class FreeInCallback implements Scenario {
  @Override
  public String id() {
    return "free-in-callback";
  }

  @Override
  public String description() {
    return "the receive callback frees its own session";
  }

  @Override
  public int order() {
    return 80;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    connection.peer().send(Traffic.message("peer", 0, 16));
    if (stage.offers(Hook.IDLE_TICK)) {
      connection.session().idleTick();
    }
    connection.session().onReceive(Delivery.INSIDE, new Freeing(connection.session()));
    stage.actor("reader", connection.session()::receive);
  }

  private record Freeing(SessionUnderTest session) implements Receiver {
    @Override
    public void received(byte[] data) {
      session.free();
    }

    @Override
    public void idle() {
      session.free();
    }
  }
}
