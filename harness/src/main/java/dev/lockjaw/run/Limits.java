package dev.lockjaw.run;

/**
 * How far to explore a cell.
 *
 * @param preemptions the bound
 * @param prune whether to leave out equivalent interleavings
 * @param deadline when to stop, by {@link System#nanoTime}; {@link Long#MAX_VALUE} for never
 * @param random whether to go on at random after the bound is exhausted, up to the deadline
 * @param seed of that
 */
public record Limits(int preemptions, boolean prune, long deadline, boolean random, long seed) {
  /** All interleavings up to a bound, however long that takes. */
  public static Limits exhaust(int preemptions) {
    return new Limits(preemptions, true, Long.MAX_VALUE, false, 0);
  }

  boolean past() {
    return deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0;
  }
}
