package dev.lockjaw.junit;

/**
 * The time for all tests of a class. A test that needs less than its share leaves the rest to those
 * after it. Any thread.
 */
final class Budget {
  private long nanos;
  private int tests;

  /**
   * @param nanos for all tests together; {@link Long#MAX_VALUE} for no limit
   * @param tests that are yet to be run
   */
  Budget(long nanos, int tests) {
    this.nanos = nanos;
    this.tests = tests;
  }

  /** The share of the next test, in nanoseconds; {@link Long#MAX_VALUE} for no limit. */
  synchronized long share() {
    return nanos == Long.MAX_VALUE ? nanos : nanos / Math.max(1, tests);
  }

  /** A test is over and has used this much, in nanoseconds. */
  synchronized void used(long time) {
    tests--;
    if (nanos != Long.MAX_VALUE) {
      nanos = Math.max(0, nanos - time);
    }
  }
}
