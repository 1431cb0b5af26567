package dev.lockjaw.arena;

/**
 * How long somebody has been watched, by who watches: a gap between two looks counts for no more
 * than ten milliseconds, so that a machine that stands still, or gives the watcher no processor, is
 * not held against the watched. One thread.
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
   * @return the time of having been watched up to now, in nanoseconds
   */
  public long look(long now) {
    nanos += Math.min(MOST, now - last);
    last = now;
    return nanos;
  }
}
