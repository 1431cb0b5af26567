package dev.lockjaw.sync;

/**
 * For the explorer alone: a digest of everything that has happened to an object in the current run,
 * and how often it was changed. They are fields of {@link Shared} because they are read and written
 * at every step. Only the thread that has the turn may call.
 */
public final class Histories {
  private Histories() {}

  /** The digest of an object. */
  public static long of(Shared on) {
    return on.history;
  }

  /** How many times an object may have been changed. */
  public static int changes(Shared on) {
    return on.changes;
  }

  /** Counts a change of an object. */
  public static void changed(Shared on) {
    on.changes++;
  }

  /** Replaces the digest of an object. */
  public static void set(Shared on, long history) {
    on.history = history;
  }
}
