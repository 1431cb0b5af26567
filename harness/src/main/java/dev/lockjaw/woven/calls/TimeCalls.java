package dev.lockjaw.woven.calls;

import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import java.time.Instant;

/** TimeOfDay, which are the run's: the same in every run of a schedule. */
public final class TimeCalls {
  private TimeCalls() {}

  @Of(System.class)
  public static long nanoTime(int site) {
    Points points = Points.here();
    return points == null ? System.nanoTime() : look(points, site).nanoTime();
  }

  @Of(System.class)
  public static long currentTimeMillis(int site) {
    Points points = Points.here();
    return points == null ? System.currentTimeMillis() : TimeOfDay.millis(look(points, site));
  }

  private static Points look(Points points, int site) {
    points.access(Here.site(site), Points.CLOCK, Points.CONTENTS, false);
    return points;
  }

  @Of(Instant.class)
  public static Instant now(int site) {
    Points points = Points.here();
    return points == null
        ? Instant.now()
        : Instant.ofEpochMilli(TimeOfDay.millis(look(points, site)));
  }
}
