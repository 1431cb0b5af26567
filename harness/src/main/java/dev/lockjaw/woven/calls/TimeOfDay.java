package dev.lockjaw.woven.calls;

import dev.lockjaw.woven.Points;
import java.util.concurrent.TimeUnit;

/** The clock of a run as the time of day. */
public final class TimeOfDay {
  /**
   * When every run begins: at the next midnight in UTC. So it is the same in each run of a day, and
   * a certificate that was made today is valid.
   */
  private static final long EPOCH_MILLIS =
      (TimeUnit.MILLISECONDS.toDays(System.currentTimeMillis()) + 1) * TimeUnit.DAYS.toMillis(1);

  private TimeOfDay() {}

  /** What a run's clock shows to the calling thread, in milliseconds since 1970. */
  public static long millis(Points points) {
    return millis(points.nanoTime());
  }

  /** A time of a run's clock in milliseconds since 1970. */
  public static long millis(long nanos) {
    return EPOCH_MILLIS + TimeUnit.NANOSECONDS.toMillis(nanos);
  }
}
