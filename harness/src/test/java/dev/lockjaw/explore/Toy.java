package dev.lockjaw.explore;

import java.util.function.Supplier;

/** A few actors on fresh objects; no session. */
@FunctionalInterface
public interface Toy {
  /**
   * Adds the actors.
   *
   * @return how the final state reads, once they are done
   */
  Supplier<String> arrange(ControlledRun run);
}
