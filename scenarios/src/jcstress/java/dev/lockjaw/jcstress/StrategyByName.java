package dev.lockjaw.jcstress;

import dev.lockjaw.lock.LockStrategy;
import java.util.ServiceLoader;

/** Finds a lock strategy on the class path. */
final class StrategyByName {
  private StrategyByName() {}

  /**
   * The strategy of that name.
   *
   * @throws IllegalStateException if there is none
   */
  static LockStrategy of(String id) {
    for (LockStrategy strategy : ServiceLoader.load(LockStrategy.class)) {
      if (strategy.id().equals(id)) {
        return strategy;
      }
    }
    throw new IllegalStateException("no strategy is named '" + id + "'");
  }
}
