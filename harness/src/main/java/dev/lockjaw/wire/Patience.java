package dev.lockjaw.wire;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits before a run begins, outside the explorer: for a handshake, which takes milliseconds. */
public final class Patience {
  private static final long MOST_NANOS = 10_000_000_000L;
  private static final int SPINS = 100;
  private static final long LOOK_NANOS = 20_000;

  private Patience() {}

  /**
   * Returns once a condition holds.
   *
   * @param what describes the wait, for the message
   * @throws IOException if the condition does not hold within ten seconds
   */
  public static void until(BooleanSupplier ready, String what) throws IOException {
    long start = System.nanoTime();
    for (int looks = 0; !ready.getAsBoolean(); looks++) {
      if (System.nanoTime() - start > MOST_NANOS) {
        throw new IOException("before the run began: " + what + ", for ten seconds");
      }
      if (looks < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
  }
}
