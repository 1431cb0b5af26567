package dev.lockjaw.arena;

/**
 * Measures how long a thread has been watched. A gap between two looks counts for at most ten
 * milliseconds, so a pause of the machine, or of the watcher alone, does not count against the
 * watched thread. One thread.
 */
public final class AttentiveClock {
  private static final long MOST = 10_000_000;

  private long last;
  private long nanos;

  /**
   * @param now by {@link System#nanoTime}
   */
  public AttentiveClock(long now) {
    last = now;
  }

  /**
   * Looks.
   *
   * @param now by {@link System#nanoTime}
   * @return how long the watch has lasted so far, in nanoseconds
   */
  public long look(long now) {
    nanos += Math.min(MOST, now - last);
    last = now;
    return nanos;
  }
}
