package dev.lockjaw.woven.chance;

import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.calls.Of;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Chance, the same in every run of a schedule. Only calls that woven code makes: a TLS stack that
 * is given a {@link SecureRandom} draws from the real one.
 */
public final class ChanceCalls {
  private ChanceCalls() {}

  /** What to draw from in place of a generator; the generator itself, if it keeps to a seed. */
  private static RandomGenerator from(RandomGenerator self, int id) {
    Points points = Points.here();
    if (points == null) {
      return self;
    }
    if (self instanceof ThreadLocalRandom || self instanceof SecureRandom) {
      return Dice.of(points);
    }
    points.access(Here.site(id), self, Points.CONTENTS, true);
    return self;
  }

  public static int nextInt(RandomGenerator self, int site) {
    return from(self, site).nextInt();
  }

  public static int nextInt(RandomGenerator self, int bound, int site) {
    return from(self, site).nextInt(bound);
  }

  public static int nextInt(RandomGenerator self, int origin, int bound, int site) {
    return from(self, site).nextInt(origin, bound);
  }

  public static long nextLong(RandomGenerator self, int site) {
    return from(self, site).nextLong();
  }

  public static long nextLong(RandomGenerator self, long bound, int site) {
    return from(self, site).nextLong(bound);
  }

  public static long nextLong(RandomGenerator self, long origin, long bound, int site) {
    return from(self, site).nextLong(origin, bound);
  }

  public static double nextDouble(RandomGenerator self, int site) {
    return from(self, site).nextDouble();
  }

  public static double nextDouble(RandomGenerator self, double bound, int site) {
    return from(self, site).nextDouble(bound);
  }

  public static double nextDouble(RandomGenerator self, double origin, double bound, int site) {
    return from(self, site).nextDouble(origin, bound);
  }

  public static float nextFloat(RandomGenerator self, int site) {
    return from(self, site).nextFloat();
  }

  public static double nextGaussian(RandomGenerator self, int site) {
    return from(self, site).nextGaussian();
  }

  public static boolean nextBoolean(RandomGenerator self, int site) {
    return from(self, site).nextBoolean();
  }

  public static void nextBytes(RandomGenerator self, byte[] into, int site) {
    Points points = Points.here();
    if (points != null) {
      points.access(Here.site(site), into, Points.CONTENTS, true);
    }
    from(self, site).nextBytes(into);
  }

  public static byte[] generateSeed(SecureRandom self, int count, int site) {
    Points points = Points.here();
    if (points == null) {
      return self.generateSeed(count);
    }
    byte[] seed = new byte[count];
    Dice.of(points).nextBytes(seed);
    return seed;
  }

  @Of(Math.class)
  public static double random(int site) {
    Points points = Points.here();
    return points == null ? Math.random() : Dice.of(points).nextDouble();
  }

  @Of(UUID.class)
  public static UUID randomUUID(int site) {
    Points points = Points.here();
    if (points == null) {
      return UUID.randomUUID();
    }
    Random random = Dice.of(points);
    long version4 = random.nextLong() & ~0xF000L | 0x4000L;
    long variant2 = random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
    return new UUID(version4, variant2);
  }

  @Of(Collections.class)
  public static void shuffle(List<?> list, int site) {
    Points points = Points.here();
    if (points == null) {
      Collections.shuffle(list);
    } else {
      points.access(Here.site(site), list, Points.CONTENTS, true);
      Collections.shuffle(list, Dice.of(points));
    }
  }

  @Of(System.class)
  public static int identityHashCode(Object object, int site) {
    Points points = Points.here();
    return points == null || object == null
        ? System.identityHashCode(object)
        : Hashes.identity(points, object);
  }
}
