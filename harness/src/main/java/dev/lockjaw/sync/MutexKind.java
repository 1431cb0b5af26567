package dev.lockjaw.sync;

import java.util.Locale;
import java.util.Optional;

/** The implementation of a run's mutexes. */
public enum MutexKind {
  /** Locks of the JVM. Under the explorer they exist only in the explorer. */
  JVM,
  /** Mutexes of the C library, recursive or error-checking; the run's threads lock them. */
  PTHREAD;

  /** The name on the command line and in results. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The reason why they are unavailable here, and what would help; empty if available. Any thread.
   */
  public Optional<String> unavailable() {
    return this == JVM ? Optional.empty() : PthreadMutex.problem();
  }

  /**
   * The real mutex behind one of the explorer's.
   *
   * @throws IllegalStateException if there are none here
   */
  public RealMutex behind(boolean recursive) {
    return this == JVM ? RealMutex.NONE : new PthreadMutex(recursive);
  }
}
