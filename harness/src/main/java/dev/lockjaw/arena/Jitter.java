package dev.lockjaw.arena;

import java.util.concurrent.locks.LockSupport;

/**
 * Small delays at scheduling points, so that threads that run free don't always meet in the same
 * places. What is drawn depends on the seed alone. One thread.
 *
 * <p>How much there is of it differs from run to run, from none at all to a delay at three of four
 * points: what one thread does between two points takes from a tenth of a microsecond to some
 * hundred, and so no one measure fits all races.
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
   * @param runSeed the same for all threads of a run: how eager they are to pause
   * @param thread tells them apart
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

  /** Up to a power of two; each of its halvings is as likely as the next. */
  private static int shortOf(long bits, int longest) {
    int within = longest >> (bits & 7);
    return 1 + (int) (bits >>> 8 & within - 1);
  }

  /** How long, in rounds of spinning or in nanoseconds of parking, as drawn last. */
  int amount() {
    return amount;
  }

  /** Does what is drawn. */
  public void pause(Object blocker) {
    switch (draw()) {
      case NOTHING -> {}
      case SPIN -> spin(amount);
      case YIELD -> Thread.yield();
      case PARK -> LockSupport.parkNanos(blocker, amount);
    }
  }

  /** Lets the thread begin a little later than the others. */
  public void stagger() {
    spin(shortOf(next(), 1 << 13));
  }

  private static void spin(int rounds) {
    for (int i = 0; i < rounds; i++) {
      Thread.onSpinWait();
    }
  }
}
