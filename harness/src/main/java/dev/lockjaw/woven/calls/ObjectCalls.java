package dev.lockjaw.woven.calls;

import dev.lockjaw.woven.Woven;

/** {@code wait} and {@code notify}. */
public final class ObjectCalls {
  private ObjectCalls() {}

  public static void wait(Object self, int site) throws InterruptedException {
    Woven.await(self, 0, site);
  }

  public static void wait(Object self, long millis, int site) throws InterruptedException {
    Woven.await(self, millis, site);
  }

  public static void wait(Object self, long millis, int nanos, int site)
      throws InterruptedException {
    Woven.await(self, nanos > 0 && millis < Long.MAX_VALUE ? millis + 1 : millis, site);
  }

  public static void notify(Object self, int site) {
    Woven.wake(self, site, false);
  }

  public static void notifyAll(Object self, int site) {
    Woven.wake(self, site, true);
  }
}
