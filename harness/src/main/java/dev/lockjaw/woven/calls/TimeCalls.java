package dev.lockjaw.woven.calls;

import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Clocks and chance, which are the run's: the same in every run of a schedule. */
public final class TimeCalls {
  private TimeCalls() {}

  /** Chance of a run. */
  private static final class Dice {
    final Random random = new Random(42);
  }

  @Of(System.class)
  public static long nanoTime(int site) {
    Points points = Points.here();
    return points == null ? System.nanoTime() : look(points, site).nanoTime();
  }

  @Of(System.class)
  public static long currentTimeMillis(int site) {
    Points points = Points.here();
    return points == null ? System.currentTimeMillis() : Clocks.millis(look(points, site));
  }

  private static Points look(Points points, int site) {
    points.access(Here.site(site), Points.CLOCK, Points.CONTENTS, false);
    return points;
  }

  @Of(Instant.class)
  public static Instant now(int site) {
    Points points = Points.here();
    return points == null ? Instant.now() : Instant.ofEpochMilli(Clocks.millis(look(points, site)));
  }

  @Of(UUID.class)
  public static UUID randomUUID(int site) {
    Points points = Points.here();
    if (points == null) {
      return UUID.randomUUID();
    }
    Random random = dice(points);
    return new UUID(random.nextLong(), random.nextLong());
  }

  @Of(Math.class)
  public static double random(int site) {
    Points points = Points.here();
    return points == null ? Math.random() : dice(points).nextDouble();
  }

  /** Of the calling thread, so that what it draws depends on no other. */
  private static Random dice(Points points) {
    return points.beside(points.me(), Dice.class, Dice::new).random;
  }
}
