package dev.lockjaw.run;

import java.io.IOException;

/** A scenario made on the spot. */
public record Lambda(String id, Arranging arranging) implements Scenario {
  @FunctionalInterface
  public interface Arranging {
    void arrange(Stage stage) throws IOException;
  }

  @Override
  public String description() {
    return "for a test";
  }

  @Override
  public void arrange(Stage stage) throws IOException {
    arranging.arrange(stage);
  }
}
