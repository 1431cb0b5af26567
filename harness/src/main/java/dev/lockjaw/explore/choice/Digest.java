package dev.lockjaw.explore.choice;

/**
 * Mixes 64-bit values. A collision would hide an interleaving; its odds are one in 2^64 for each
 * pair.
 */
public final class Digest {
  private Digest() {}

  /** Mixes two values; the order matters. */
  public static long mix(long a, long b) {
    long x = (a ^ Long.rotateLeft(b, 32)) * 0xBF58476D1CE4E5B9L + b * 0x9E3779B97F4A7C15L;
    x ^= x >>> 29;
    x *= 0x94D049BB133111EBL;
    return x ^ (x >>> 32);
  }
}
