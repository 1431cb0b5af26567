package dev.lockjaw.cli;

import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Nothing happens in it. If the environment names a gate, the thread that runs it waits there. */
public final class Gated implements Scenario {
  /** The environment variable with the file that is made when the gate has been reached. */
  static final String GATE = "LOCKJAW_GATE_OF_TEST";

  @Override
  public String id() {
    return "gated";
  }

  @Override
  public String description() {
    return "waits, if asked to, until its process is killed";
  }

  /** Among the built-in ones, so that some cells are before it and some are after it. */
  @Override
  public int order() {
    return 55;
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    String gate = System.getenv(GATE);
    if (gate != null) {
      Files.createFile(Path.of(gate));
      stay();
    }
    stage.actor("alone", () -> {});
  }

  private static void stay() throws IOException {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      throw new IOException("nobody was to be let through", e);
    }
  }
}
