package dev.lockjaw.stress;

import java.util.concurrent.atomic.AtomicInteger;

/** Lets the players of a run start together. Any thread. */
final class Barrier {
  /** Spins that keep the processor before a player gives it up. */
  private static final int SPINS = 1 << 10;

  private final AtomicInteger toCome = new AtomicInteger();

  /** This many players are about to start. */
  void expect(int players) {
    toCome.set(players);
  }

  boolean open() {
    return toCome.get() <= 0;
  }

  /** Waits until all expected players have come. Spins first, so as to keep the processor. */
  void meet() {
    toCome.decrementAndGet();
    for (int spins = 0; !open(); spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        Thread.yield();
      }
    }
  }
}
