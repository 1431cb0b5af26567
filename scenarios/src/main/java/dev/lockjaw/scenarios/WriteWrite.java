package dev.lockjaw.scenarios;

import com.google.auto.service.AutoService;
import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import java.io.IOException;

/**
 * Two writers on one session. Records must reach the wire in the order in which they were sealed,
 * or the peer rejects them. Met in grizzly (issue 1079): the peer reports "Tag mismatch!".
 */
@AutoService(Scenario.class)
public final class WriteWrite implements Scenario {
  @Override
  public String id() {
    return "write-write";
  }

  @Override
  public String description() {
    return "two threads write";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    Connection connection = stage.connect("client");
    Traffic traffic = Traffic.to(stage, connection);
    stage.actor(
        "writer-1",
        () -> {
          traffic.send("writer-1");
          traffic.send("writer-1");
        });
    stage.actor("writer-2", () -> traffic.send("writer-2"));
  }
}
