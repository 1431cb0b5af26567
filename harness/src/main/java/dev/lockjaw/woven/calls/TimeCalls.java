package dev.lockjaw.woven.calls;

import dev.lockjaw.woven.Points;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Clocks and chance, which are the run's: the same in every run of a schedule. */
public final class TimeCalls {
  /** When every run begins. */
  private static final long EPOCH_MILLIS = 1_700_000_000_000L;

  private TimeCalls() {}

  /** Chance of a run. */
  private static final class Dice {
    final Random random = new Random(42);
  }

  @Of(System.class)
  public static long nanoTime(int site) {
    Points points = Points.here();
    return points == null ? System.nanoTime() : points.nanoTime();
  }

  @Of(System.class)
  public static long currentTimeMillis(int site) {
    Points points = Points.here();
    return points == null ? System.currentTimeMillis() : millis(points);
  }

  private static long millis(Points points) {
    return EPOCH_MILLIS + TimeUnit.NANOSECONDS.toMillis(points.nanoTime());
  }

  @Of(Instant.class)
  public static Instant now(int site) {
    Points points = Points.here();
    return points == null ? Instant.now() : Instant.ofEpochMilli(millis(points));
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
