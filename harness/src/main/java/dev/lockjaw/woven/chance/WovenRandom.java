package dev.lockjaw.woven.chance;

import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.StandIn;
import java.util.Random;

/**
 * A generator that starts anew in each run, be it in a static field. Without a seed it is given one
 * that each run of a schedule gives.
 */
public class WovenRandom extends Random implements StandIn {
  private static final long serialVersionUID = 1L;

  private final long seed;
  private final boolean made;

  /** The generator in a run. */
  private static final class InRun extends Random {
    private static final long serialVersionUID = 1L;

    InRun(long seed) {
      super(seed);
    }

    int draw(int bits) {
      return next(bits);
    }
  }

  public WovenRandom() {
    this(fresh());
  }

  public WovenRandom(long seed) {
    super(seed);
    this.seed = seed;
    this.made = true;
  }

  private static long fresh() {
    Points points = Points.here();
    return points == null ? new Random().nextLong() : Dice.of(points).nextLong();
  }

  private InRun inRun(Points points) {
    return points.beside(this, InRun.class, () -> new InRun(seed));
  }

  @Override
  public void setSeed(long seed) {
    Points points = Points.here();
    if (points == null || !made) {
      super.setSeed(seed);
    } else {
      inRun(points).setSeed(seed);
    }
  }

  @Override
  protected int next(int bits) {
    Points points = Points.here();
    return points == null ? super.next(bits) : inRun(points).draw(bits);
  }

  @Override
  public double nextGaussian() {
    Points points = Points.here();
    return points == null ? super.nextGaussian() : inRun(points).nextGaussian();
  }
}
