package dev.lockjaw.woven;

import dev.lockjaw.sync.Waiting;
import java.util.function.BooleanSupplier;

/** The usual waits. */
public final class Waits {
  private static final BooleanSupplier ALWAYS = () -> true;

  private Waits() {}

  /** Waits for a thing with no limit of time, whatever becomes of the thread. */
  public static void uninterruptibly(
      Points points,
      Site site,
      String name,
      Waiting kind,
      Object on,
      int part,
      BooleanSupplier ready) {
    try {
      points.await(
          new Points.Wait(site, "waits for " + name, name, kind, on, part, null, false),
          -1,
          ready,
          ALWAYS);
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Waits for a thing.
   *
   * @param nanos the longest wait; negative for no limit
   * @return whether it came
   */
  public static boolean interruptibly(
      Points points,
      Site site,
      String name,
      Waiting kind,
      Object on,
      int part,
      long nanos,
      BooleanSupplier ready)
      throws InterruptedException {
    return points.await(
        new Points.Wait(site, "waits for " + name, name, kind, on, part, null, true),
        nanos,
        ready,
        ALWAYS);
  }
}
