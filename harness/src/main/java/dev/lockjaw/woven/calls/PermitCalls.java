package dev.lockjaw.woven.calls;

import dev.lockjaw.arena.Guard;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Waits;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** {@link Semaphore}s, which any thread may release, and {@link CountDownLatch}es. */
public final class PermitCalls {
  private PermitCalls() {}

  public static void acquire(Semaphore self, int site) throws InterruptedException {
    acquire(self, 1, site);
  }

  public static void acquire(Semaphore self, int permits, int id) throws InterruptedException {
    Points points = Points.here();
    if (points == null) {
      self.acquire(permits);
      return;
    }
    Site site = asked(points, self, id);
    if (self.availablePermits() < permits) {
      Waits.interruptibly(
          points,
          site,
          Names.of(site, self),
          Waiting.LOCK,
          self,
          Points.CONTENTS,
          -1,
          () -> self.availablePermits() >= permits);
    }
    self.acquire(permits);
    took(points, site, self);
  }

  public static void acquireUninterruptibly(Semaphore self, int site) {
    acquireUninterruptibly(self, 1, site);
  }

  public static void acquireUninterruptibly(Semaphore self, int permits, int id) {
    Points points = Points.here();
    if (points == null) {
      self.acquireUninterruptibly(permits);
      return;
    }
    Site site = asked(points, self, id);
    if (self.availablePermits() < permits) {
      Waits.uninterruptibly(
          points,
          site,
          Names.of(site, self),
          Waiting.LOCK,
          self,
          Points.CONTENTS,
          () -> self.availablePermits() >= permits);
    }
    self.acquireUninterruptibly(permits);
    took(points, site, self);
  }

  public static boolean tryAcquire(Semaphore self, int site) {
    return tryAcquire(self, 1, site);
  }

  public static boolean tryAcquire(Semaphore self, int permits, int id) {
    Points points = Points.here();
    if (points == null) {
      return self.tryAcquire(permits);
    }
    points.asks(self, Points.CONTENTS, Names.of(Here.site(id), self));
    Site site = asked(points, self, id);
    boolean taken = self.tryAcquire(permits);
    if (taken) {
      took(points, site, self);
    }
    return taken;
  }

  public static boolean tryAcquire(Semaphore self, long time, TimeUnit unit, int site)
      throws InterruptedException {
    return tryAcquire(self, 1, time, unit, site);
  }

  public static boolean tryAcquire(Semaphore self, int permits, long time, TimeUnit unit, int id)
      throws InterruptedException {
    Points points = Points.here();
    if (points == null) {
      return self.tryAcquire(permits, time, unit);
    }
    points.asks(self, Points.CONTENTS, Names.of(Here.site(id), self));
    Site site = asked(points, self, id);
    if (self.availablePermits() < permits) {
      Waits.interruptibly(
          points,
          site,
          Names.of(site, self),
          Waiting.LOCK,
          self,
          Points.CONTENTS,
          Math.max(0, unit.toNanos(time)),
          () -> self.availablePermits() >= permits);
    }
    boolean taken = self.tryAcquire(permits);
    if (taken) {
      took(points, site, self);
    }
    return taken;
  }

  public static void release(Semaphore self, int site) {
    release(self, 1, site);
  }

  public static void release(Semaphore self, int permits, int site) {
    Points points = Points.here();
    boolean present = points != null && points.present();
    if (present) {
      points.gives(self, Points.CONTENTS);
    }
    self.release(permits);
    if (present) {
      points.gave(Here.site(site), self, Points.CONTENTS, Guard.COUNTED);
    }
  }

  private static Site asked(Points points, Semaphore semaphore, int id) {
    Site site = Here.site(id);
    points.access(site, semaphore, Points.CONTENTS, true);
    return site;
  }

  private static void took(Points points, Site site, Semaphore semaphore) {
    points.took(site, semaphore, Points.CONTENTS, Names.of(site, semaphore), Guard.COUNTED);
  }

  public static void await(CountDownLatch self, int id) throws InterruptedException {
    await(self, -1, id);
  }

  public static boolean await(CountDownLatch self, long time, TimeUnit unit, int id)
      throws InterruptedException {
    return Points.here() == null
        ? self.await(time, unit)
        : await(self, Math.max(0, unit.toNanos(time)), id);
  }

  private static boolean await(CountDownLatch self, long nanos, int id)
      throws InterruptedException {
    Points points = Points.here();
    if (points == null) {
      self.await();
      return true;
    }
    Site site = Here.site(id);
    points.access(site, self, Points.CONTENTS, false);
    return self.getCount() == 0
        || Waits.interruptibly(
            points,
            site,
            Names.of(site, self),
            Waiting.COMPLETION,
            self,
            Points.CONTENTS,
            nanos,
            () -> self.getCount() == 0);
  }
}
