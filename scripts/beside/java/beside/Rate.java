package beside;

import java.util.Locale;

/** Schedules a second without the first ones, in which classes are loaded and stacks opened. */
final class Rate {
  private static final int FIRST = 10;

  private static int begun;
  private static long from;
  private static long last;

  private Rate() {}

  /** A schedule begins. */
  static synchronized void schedule() {
    last = System.nanoTime();
    if (++begun == FIRST + 1) {
      from = last;
    }
  }

  static synchronized int schedules() {
    return begun;
  }

  /** Without fraction; {@code too few} if there were not twice as many as are left out. */
  static synchronized String text() {
    return begun < 2 * FIRST
        ? "too few"
        : String.format(Locale.ROOT, "%.0f", (begun - FIRST - 1) * 1e9 / (last - from));
  }
}
