package dev.lockjaw.campaign;

import dev.lockjaw.result.Mode;
import java.io.Serializable;

/**
 * How to run a cell, and how far.
 *
 * @param mode explore or stress
 * @param preemptions the bound
 * @param prune whether to leave out equivalent interleavings
 * @param deadline when to stop, by {@link System#nanoTime}; {@link Long#MAX_VALUE} for never
 * @param random whether to run random interleavings up to the deadline, in place of all those
 *     within the bound
 * @param seed of the random interleavings
 */
public record Limits(
    Mode mode, int preemptions, boolean prune, long deadline, boolean random, long seed)
    implements Serializable {
  /** All interleavings up to a bound, without a time limit. */
  public static Limits exhaust(int preemptions) {
    return new Limits(Mode.EXPLORE, preemptions, true, Long.MAX_VALUE, false, 0);
  }

  /** The same with a deadline in so many nanoseconds; {@link Long#MAX_VALUE} for none. */
  public Limits within(long nanos) {
    long other = nanos == Long.MAX_VALUE ? nanos : System.nanoTime() + nanos;
    return new Limits(mode, preemptions, prune, other, random, seed);
  }

  /** The same with another seed. */
  public Limits withSeed(long other) {
    return new Limits(mode, preemptions, prune, deadline, random, other);
  }

  /** Nanoseconds to the deadline, 0 after it, or {@link Long#MAX_VALUE} if there is none. */
  public long left() {
    return deadline == Long.MAX_VALUE ? deadline : Math.max(0, deadline - System.nanoTime());
  }

  boolean past() {
    return deadline != Long.MAX_VALUE && System.nanoTime() - deadline >= 0;
  }
}
