package dev.lockjaw.scenarios.ending;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.session.Driving;
import java.io.IOException;

/**
 * The reader is blocked inside the read and no input will arrive. The thread that frees must wake
 * it, and must not wait for a lock that the reader holds. A rundown must therefore shut the wire
 * down before it waits for the reader.
 */
@AutoService(Scenario.class)
public final class BlockedReadFree implements Scenario {
  @Override
  public String id() {
    return "blocked-read-free";
  }

  @Override
  public String description() {
    return "a free while the reader waits on an idle wire";
  }

  @Override
  public int order() {
    return 70;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    connection.session().drive(Driving.BLOCKING);
    stage.actor("reader", connection.session()::receive);
    stage.actor("freer", connection.session()::free);
  }
}
