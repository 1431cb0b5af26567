package dev.lockjaw.woven.chance;

import dev.lockjaw.woven.Points;

/**
 * Identity hashes that are the same in every run of a schedule, since the order of a hash set
 * depends on them.
 */
public final class Hashes {
  /** The part of an object that is its hash. */
  private static final int HASH = -3;

  private Hashes() {}

  /** An object's hash in a run. */
  private record Known(int hash) {}

  static int identity(Points points, Object object) {
    points.touch(object, HASH, true);
    return points.beside(object, Known.class, () -> new Known(Dice.hash(points))).hash();
  }

  /**
   * The hash of an object of a woven class that has none of its own. Any thread.
   *
   * @param known what it was before; 0 if no thread has asked for it
   */
  public static int of(int known, Object self) {
    Points points = Points.here();
    if (known != 0) {
      return known;
    }
    return points == null ? System.identityHashCode(self) | 1 : identity(points, self);
  }
}
