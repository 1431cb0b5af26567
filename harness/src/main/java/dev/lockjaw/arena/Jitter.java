package dev.lockjaw.arena;

import java.util.concurrent.locks.LockSupport;

/**
 * Small random delays at scheduling points, so that unscheduled threads do not always meet in the
 * same places. The delays depend on the seed alone. One thread.
 *
 * <p>The share of points with a delay differs from run to run, from none to three in four. Code
 * between two points takes between a tenth of a microsecond and about a hundred, so no single
 * amount of delay fits all races.
 */
public final class Jitter {
  /** What to do at a point. */
  enum Kind {
    NOTHING,
    SPIN,
    YIELD,
    PARK
  }

  private static final int LONGEST_SPIN = 1 << 10;
  private static final int LONGEST_PARK_NANOS = 1 << 16;

  private final int eagerness;
  private long state;
  private Kind kind = Kind.NOTHING;
  private int amount;

  /**
   * @param runSeed the same for all threads of a run; sets the share of points with a delay
   * @param thread the thread's number in the run
   */
  public Jitter(long runSeed, int thread) {
    eagerness = 2 * (int) (mix(runSeed) & 3);
    state = mix(runSeed + 0x9E3779B97F4A7C15L * (thread + 1)) | 1;
  }

  /** Spreads a seed over all bits; the finalizer of SplitMix64. */
  public static long mix(long seed) {
    long z = seed + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Marsaglia's xorshift. */
  private long next() {
    state ^= state << 13;
    state ^= state >>> 7;
    state ^= state << 17;
    return state;
  }

  /** Draws what to do next. */
  Kind draw() {
    long bits = next();
    int dice = (int) (bits >>> 56);
    if (dice >= eagerness << 5) {
      kind = Kind.NOTHING;
    } else if (dice < eagerness) {
      kind = Kind.PARK;
      amount = shortOf(bits, LONGEST_PARK_NANOS);
    } else if (dice < 5 * eagerness) {
      kind = Kind.YIELD;
    } else {
      kind = Kind.SPIN;
      amount = shortOf(bits, LONGEST_SPIN);
    }
    return kind;
  }

  /** At most {@code longest}, a power of two. Each halving of it is equally likely as the bound. */
  private static int shortOf(long bits, int longest) {
    int within = longest >> (bits & 7);
    return 1 + (int) (bits >>> 8 & within - 1);
  }

  /** The length of the last delay drawn, in rounds of spinning or in nanoseconds of parking. */
  int amount() {
    return amount;
  }

  /** Draws a delay and waits for that long. */
  public void pause(Object blocker) {
    switch (draw()) {
      case NOTHING -> {}
      case SPIN -> spin(amount);
      case YIELD -> Thread.yield();
      case PARK -> LockSupport.parkNanos(blocker, amount);
    }
  }

  /** Delays the start of the calling thread a little. */
  public void stagger() {
    spin(shortOf(next(), 1 << 13));
  }

  private static void spin(int rounds) {
    for (int i = 0; i < rounds; i++) {
      Thread.onSpinWait();
    }
  }
}
