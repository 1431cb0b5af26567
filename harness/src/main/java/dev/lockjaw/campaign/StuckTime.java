package dev.lockjaw.campaign;

import dev.lockjaw.explain.Text;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import java.util.concurrent.TimeUnit;

/**
 * The time that goes into interleavings in which a thread of the user's code is stuck: it spins, or
 * waits in code that is not woven. Each may take seconds and show the same fault again, so there is
 * an end to that. One thread.
 */
final class StuckTime {
  /** An interleaving that takes less is like any other. */
  private static final long SLOW = TimeUnit.SECONDS.toNanos(1);

  private static final long MOST = TimeUnit.SECONDS.toNanos(30);
  private static final long MOST_WITH_FINDING = TimeUnit.SECONDS.toNanos(8);

  private long nanos;
  private int interleavings;

  /** Takes note of an interleaving in which a thread was stuck. */
  void add(long took) {
    if (took >= SLOW) {
      nanos += took;
      interleavings++;
    }
  }

  /**
   * @param explained whether a finding shows already what is wrong
   */
  boolean past(boolean explained) {
    return nanos > (explained ? MOST_WITH_FINDING : MOST);
  }

  /**
   * @param where one of the threads that never left was last seen; empty if all did
   */
  Ending ending(String where) {
    return new Ending(
        EndingKind.LOST_THREADS,
        "gave up: "
            + Text.count(interleavings, "interleaving")
            + " took "
            + TimeUnit.NANOSECONDS.toSeconds(nanos)
            + " s, as a thread was stuck in each"
            + (where.isEmpty() ? "" : ", one in " + where));
  }
}
