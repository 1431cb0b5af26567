package dev.lockjaw.sync;

import java.util.Locale;
import java.util.Optional;

/** What the mutexes of a run are made of. */
public enum MutexKind {
  /** Locks of the JVM, or of the explorer alone. */
  JVM,
  /** Mutexes of the C library, recursive or error-checking ones, locked by the run's threads. */
  PTHREAD;

  /** The name on the command line and in results. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Why there are none here and what would help; empty if there are. Any thread. */
  public Optional<String> unavailable() {
    return this == JVM ? Optional.empty() : PthreadMutex.problem();
  }

  /**
   * What stands behind a mutex of the explorer's.
   *
   * @throws IllegalStateException if there are none here
   */
  public RealMutex behind(boolean recursive) {
    return this == JVM ? RealMutex.NONE : new PthreadMutex(recursive);
  }
}
