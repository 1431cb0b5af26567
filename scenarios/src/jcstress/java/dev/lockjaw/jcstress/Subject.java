package dev.lockjaw.jcstress;

import dev.lockjaw.lock.LockStrategy;

/**
 * The lock strategy under test. jcstress passes it to the JVMs that it forks as a system property,
 * so no strategy needs test classes of its own.
 */
final class Subject {
  /** Names the strategy. */
  static final String PROPERTY = "lockjaw.strategy";

  /** The strategy of this JVM. */
  static final LockStrategy STRATEGY = StrategyByName.of(System.getProperty(PROPERTY));

  private Subject() {}
}
