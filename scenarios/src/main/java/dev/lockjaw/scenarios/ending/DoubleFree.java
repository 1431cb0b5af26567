package dev.lockjaw.scenarios.ending;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import java.io.IOException;

/** Two threads find the session alive, and both free it. Met in Conscrypt (issue 455). */
@AutoService(Scenario.class)
public final class DoubleFree implements Scenario {
  @Override
  public String id() {
    return "double-free";
  }

  @Override
  public String description() {
    return "two threads free the session";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    stage.actor("freer-1", connection.session()::free);
    stage.actor("freer-2", connection.session()::free);
  }
}
