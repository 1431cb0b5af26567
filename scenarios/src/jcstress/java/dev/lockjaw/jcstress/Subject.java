package dev.lockjaw.jcstress;

import dev.lockjaw.lock.LockStrategy;
import java.util.ServiceLoader;

/**
 * The lock strategy under test. jcstress passes it to the JVMs that it forks as a system property,
 * so no strategy needs test classes of its own.
 */
final class Subject {
  /** Names the strategy. */
  static final String PROPERTY = "lockjaw.strategy";

  /** The strategy of this JVM. */
  static final LockStrategy STRATEGY = named(System.getProperty(PROPERTY));

  private Subject() {}

  private static LockStrategy named(String id) {
    for (LockStrategy strategy : ServiceLoader.load(LockStrategy.class)) {
      if (strategy.id().equals(id)) {
        return strategy;
      }
    }
    throw new IllegalStateException("no strategy is named '" + id + "'");
  }
}
