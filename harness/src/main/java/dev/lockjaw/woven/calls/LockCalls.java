package dev.lockjaw.woven.calls;

import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Waits;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/** {@link Lock}s: ReentrantLock and both sides of ReentrantReadWriteLock. */
public final class LockCalls {
  private LockCalls() {}

  public static void lock(Lock self, int site) {
    Points points = Points.here();
    Guarded lock = points == null ? null : Guarded.of(self);
    if (lock == null) {
      self.lock();
      orders(points, self);
      return;
    }
    Site at = Here.site(site);
    ask(points, at, lock);
    if (!lock.open()) {
      Waits.uninterruptibly(
          points, at, name(at, lock), Waiting.LOCK, lock.lock(), lock.part(), lock.free());
    }
    self.lock();
    took(points, at, lock);
  }

  public static void lockInterruptibly(Lock self, int site) throws InterruptedException {
    Points points = Points.here();
    Guarded lock = points == null ? null : Guarded.of(self);
    if (lock == null) {
      self.lockInterruptibly();
      orders(points, self);
      return;
    }
    Site at = Here.site(site);
    ask(points, at, lock);
    if (!lock.open()) {
      Waits.interruptibly(
          points, at, name(at, lock), Waiting.LOCK, lock.lock(), lock.part(), -1, lock.free());
    }
    self.lockInterruptibly();
    took(points, at, lock);
  }

  public static boolean tryLock(Lock self, int site) {
    Points points = Points.here();
    Guarded lock = points == null ? null : Guarded.of(self);
    if (lock == null) {
      boolean taken = self.tryLock();
      orders(points, self);
      return taken;
    }
    Site at = Here.site(site);
    points.asks(lock.lock(), lock.part(), name(at, lock));
    ask(points, at, lock);
    boolean taken = self.tryLock();
    if (taken) {
      took(points, at, lock);
    }
    if (points.recording()) {
      points.add(" = " + taken);
    }
    return taken;
  }

  public static boolean tryLock(Lock self, long time, TimeUnit unit, int site)
      throws InterruptedException {
    Points points = Points.here();
    Guarded lock = points == null ? null : Guarded.of(self);
    if (lock == null) {
      boolean taken = self.tryLock(time, unit);
      orders(points, self);
      return taken;
    }
    Site at = Here.site(site);
    points.asks(lock.lock(), lock.part(), name(at, lock));
    ask(points, at, lock);
    if (!lock.open()) {
      Waits.interruptibly(
          points,
          at,
          name(at, lock),
          Waiting.LOCK,
          lock.lock(),
          lock.part(),
          Math.max(0, unit.toNanos(time)),
          lock.free());
    }
    boolean taken = self.tryLock();
    if (taken) {
      took(points, at, lock);
    }
    return taken;
  }

  public static void unlock(Lock self, int site) {
    Points points = Points.here();
    Guarded lock = points == null ? null : Guarded.of(self);
    if (lock == null || !points.present()) {
      orders(points, self);
      self.unlock();
      return;
    }
    points.gives(lock.lock(), lock.part());
    self.unlock();
    points.gave(Here.site(site), lock.lock(), lock.part(), lock.hold());
  }

  private static void orders(Points points, Lock unknown) {
    if (points != null) {
      points.orders(unknown);
    }
  }

  private static void ask(Points points, Site site, Guarded lock) {
    points.access(site, lock.lock(), lock.part(), true);
  }

  static void took(Points points, Site site, Guarded lock) {
    points.took(site, lock.lock(), lock.part(), name(site, lock), lock.hold());
  }

  static String name(Site site, Guarded lock) {
    return Names.of(site, lock.lock());
  }
}
