package dev.lockjaw.scenarios.ending;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import java.io.IOException;

/**
 * Free while writing: the writer checks that the session is alive, another thread frees it, and the
 * writer continues. The result is a NullPointerException in a Java wrapper, or a NULL dereference
 * in SSL_write in a native stack. Met in the seed article and in Conscrypt (issue 331).
 */
@AutoService(Scenario.class)
public final class WriteFree implements Scenario {
  @Override
  public String id() {
    return "write-free";
  }

  @Override
  public String description() {
    return "one thread frees the session while another writes";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    Traffic traffic = Traffic.to(stage, connection);
    stage.actor(
        "writer",
        () -> {
          traffic.send("writer");
          traffic.send("writer");
        });
    stage.actor("freer", connection.session()::free);
  }
}
