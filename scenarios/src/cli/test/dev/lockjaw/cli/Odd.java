package dev.lockjaw.cli;

import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import java.io.IOException;

/** A scenario that is arranged as a test wants it. */
public record Odd(String id, Arranging arranging) implements Scenario {
  /** Arranges it. */
  @FunctionalInterface
  public interface Arranging {
    void arrange(Stage stage) throws IOException;
  }

  @Override
  public String description() {
    return "is arranged as a test wants it";
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    arranging.arrange(stage);
  }
}
