package dev.lockjaw.explore.programs;

import java.util.concurrent.Semaphore;

/** What woven code calls and is not woven. */
public final class Unwoven {
  private Unwoven() {}

  /** Returns when the thread is interrupted. */
  public static void waitForEver() {
    try {
      new Semaphore(0).acquire();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
