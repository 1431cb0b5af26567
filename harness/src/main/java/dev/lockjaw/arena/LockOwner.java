package dev.lockjaw.arena;

/**
 * The owner of what a thread waits for in code that the run knows nothing of, and how long such a
 * wait must last before it counts as a block. A wait is looked at once a millisecond. Looks are
 * counted, and not time, so that a pause of the whole machine does not count against a thread.
 */
public enum LockOwner {
  /** Another thread of the run. */
  IN_RUN(2, 0, 10, 200),
  /**
   * A thread outside of the run. The run does not hold it up, so it will release the lock, that of
   * a shared random generator for example, as soon as it gets a processor.
   */
  OUTSIDE(2_000, 2, 150, LockOwner.NEVER),
  /**
   * Nobody any more, or the waiting thread itself, or a thread that has been woken. The wait ends
   * as soon as a thread gets a processor.
   */
  NONE_ANY_MORE(2_000, 1_000, 10_000, LockOwner.NEVER),
  /** Some thread, but the lock keeps no owner: a semaphore, a StampedLock. */
  UNTOLD(8, 2, 20, 2_000),
  /** The JVM cannot say: a latch, a bare park, a sleep. */
  UNKNOWN(50, 2, 150, 2_000);

  private static final int NEVER = Integer.MAX_VALUE;
  private static final long MILLI = 1_000_000;
  private static final long RETURN_FROM_TIMED = 2_000 * MILLI;

  private final int turnLooks;
  private final int settleMillis;
  private final int returnMillis;
  private final int standstillLooks;

  LockOwner(int turnLooks, int settleMillis, int returnMillis, int standstillLooks) {
    this.turnLooks = turnLooks;
    this.settleMillis = settleMillis;
    this.returnMillis = returnMillis;
    this.standstillLooks = standstillLooks;
  }

  /** Looks that must agree before the explorer takes the turn from a waiting thread. */
  public int turnLooks() {
    return turnLooks;
  }

  /**
   * How long the explorer watches a blocked thread before it decides which thread moves next, in
   * nanoseconds.
   */
  public long settleNanos() {
    return settleMillis * MILLI;
  }

  /**
   * How long the explorer waits for a blocked thread to return when no other thread can move, in
   * nanoseconds.
   *
   * @param timed whether the thread waits with a time limit
   */
  public long returnNanos(boolean timed) {
    return timed && this != NONE_ANY_MORE ? RETURN_FROM_TIMED : returnMillis * MILLI;
  }

  /**
   * Looks that must agree before a stress run in which no thread moves ends. With {@link
   * Integer#MAX_VALUE} only the time limit of the run ends it.
   */
  public int standstillLooks() {
    return standstillLooks;
  }
}
