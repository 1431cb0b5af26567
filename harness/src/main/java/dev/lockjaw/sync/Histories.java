package dev.lockjaw.sync;

/**
 * For the explorer alone: a digest of everything that has happened to an object in the current run.
 * It is a field of {@link Shared} because it is read and written at every step. Only the thread
 * that has the turn may call.
 */
public final class Histories {
  private Histories() {}

  /** The digest of an object. */
  public static long of(Shared on) {
    return on.history;
  }

  /** Replaces the digest of an object. */
  public static void set(Shared on, long history) {
    on.history = history;
  }
}
