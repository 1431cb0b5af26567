package dev.lockjaw.woven.chance;

import dev.lockjaw.result.Act;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Sites;
import dev.lockjaw.woven.calls.TimeOfDay;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The system's clock, which on threads of a run is the run's. */
final class WovenClock extends Clock {
  private static final Site LOOK =
      Sites.add(-1, Act.Kind.OTHER, "Clock", "instant", 0, "look at the clock", "");

  private final ZoneId zone;

  WovenClock(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new WovenClock(other);
  }

  @Override
  public long millis() {
    Points points = Points.here();
    if (points == null) {
      return System.currentTimeMillis();
    }
    points.access(LOOK, Points.CLOCK, Points.CONTENTS, false);
    return TimeOfDay.millis(points);
  }

  @Override
  public Instant instant() {
    return Points.here() == null ? Instant.now() : Instant.ofEpochMilli(millis());
  }
}
