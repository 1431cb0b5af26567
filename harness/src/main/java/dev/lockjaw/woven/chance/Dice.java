package dev.lockjaw.woven.chance;

import dev.lockjaw.arena.Part;
import dev.lockjaw.woven.Points;
import java.util.Random;

/** Chance of a thread of a run: what it draws depends on its name and on no other thread. */
final class Dice {
  private final Random random;
  private final int name;
  private int hashes;

  private Dice(Object thread) {
    this.name = thread instanceof Part part ? part.name().hashCode() : 0;
    this.random = new Random(42L * 31 + name);
  }

  private static Dice dice(Points points) {
    return points.beside(points.me(), Dice.class, () -> new Dice(points.me()));
  }

  static Random of(Points points) {
    return dice(points).random;
  }

  /** A hash that no other object has got from the same thread. */
  static int hash(Points points) {
    Dice dice = dice(points);
    int hash = (dice.name * 31 + ++dice.hashes) * 0x9E3779B1;
    hash = (hash ^ hash >>> 15) & Integer.MAX_VALUE;
    return hash == 0 ? 1 : hash;
  }
}
