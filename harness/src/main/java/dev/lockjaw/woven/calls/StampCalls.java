package dev.lockjaw.woven.calls;

import dev.lockjaw.arena.Guard;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Waits;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;
import java.util.function.BooleanSupplier;

/** {@link StampedLock}, which a thread cannot take twice. */
public final class StampCalls {
  private StampCalls() {}

  public static long writeLock(StampedLock self, int site) {
    Points points = Points.here();
    if (points != null) {
      await(points, self, site, forWriting(self));
    }
    long stamp = self.writeLock();
    took(points, self, site, true);
    return stamp;
  }

  public static long readLock(StampedLock self, int site) {
    Points points = Points.here();
    if (points != null) {
      await(points, self, site, forReading(self));
    }
    long stamp = self.readLock();
    took(points, self, site, false);
    return stamp;
  }

  public static long tryWriteLock(StampedLock self, int site) {
    return tried(self, site, true);
  }

  public static long tryReadLock(StampedLock self, int site) {
    return tried(self, site, false);
  }

  public static long tryWriteLock(StampedLock self, long time, TimeUnit unit, int site)
      throws InterruptedException {
    Points points = Points.here();
    return points == null
        ? self.tryWriteLock(time, unit)
        : waited(points, self, Math.max(0, unit.toNanos(time)), site, true);
  }

  public static long tryReadLock(StampedLock self, long time, TimeUnit unit, int site)
      throws InterruptedException {
    Points points = Points.here();
    return points == null
        ? self.tryReadLock(time, unit)
        : waited(points, self, Math.max(0, unit.toNanos(time)), site, false);
  }

  public static long writeLockInterruptibly(StampedLock self, int site)
      throws InterruptedException {
    Points points = Points.here();
    return points == null ? self.writeLockInterruptibly() : waited(points, self, -1, site, true);
  }

  public static long readLockInterruptibly(StampedLock self, int site) throws InterruptedException {
    Points points = Points.here();
    return points == null ? self.readLockInterruptibly() : waited(points, self, -1, site, false);
  }

  /**
   * Takes a lock if it is or becomes free.
   *
   * @param nanos the longest wait; negative for no limit
   * @return the stamp; 0 if the time was up first
   */
  private static long waited(Points points, StampedLock self, long nanos, int id, boolean exclusive)
      throws InterruptedException {
    Site site = Here.site(id);
    BooleanSupplier free = exclusive ? forWriting(self) : forReading(self);
    points.asks(self, Points.CONTENTS, Names.of(site, self));
    points.access(site, self, Points.CONTENTS, true);
    if (!free.getAsBoolean()) {
      Waits.interruptibly(
          points, site, Names.of(site, self), Waiting.LOCK, self, Points.CONTENTS, nanos, free);
    }
    long stamp = exclusive ? self.tryWriteLock() : self.tryReadLock();
    if (stamp != 0) {
      took(points, self, id, exclusive);
    }
    return stamp;
  }

  private static BooleanSupplier forWriting(StampedLock lock) {
    return () -> !lock.isWriteLocked() && !lock.isReadLocked();
  }

  private static BooleanSupplier forReading(StampedLock lock) {
    return () -> !lock.isWriteLocked();
  }

  private static long tried(StampedLock self, int site, boolean exclusive) {
    Points points = Points.here();
    if (points != null) {
      points.asks(self, Points.CONTENTS, Names.of(Here.site(site), self));
      points.access(Here.site(site), self, Points.CONTENTS, true);
    }
    long stamp = exclusive ? self.tryWriteLock() : self.tryReadLock();
    if (stamp != 0) {
      took(points, self, site, exclusive);
    }
    return stamp;
  }

  public static void unlockWrite(StampedLock self, long stamp, int site) {
    boolean present = present(self);
    self.unlockWrite(stamp);
    gave(present, self, true, site);
  }

  public static void unlockRead(StampedLock self, long stamp, int site) {
    boolean present = present(self);
    self.unlockRead(stamp);
    gave(present, self, false, site);
  }

  public static void unlock(StampedLock self, long stamp, int site) {
    boolean present = present(self);
    boolean wrote = StampedLock.isWriteLockStamp(stamp);
    self.unlock(stamp);
    gave(present, self, wrote, site);
  }

  private static void await(Points points, StampedLock lock, int id, BooleanSupplier free) {
    Site site = Here.site(id);
    points.access(site, lock, Points.CONTENTS, true);
    if (!free.getAsBoolean()) {
      Waits.uninterruptibly(
          points, site, Names.of(site, lock), Waiting.LOCK, lock, Points.CONTENTS, free);
    }
  }

  private static void took(Points points, StampedLock lock, int id, boolean exclusive) {
    if (points != null) {
      Site site = Here.site(id);
      points.took(
          site,
          lock,
          Points.CONTENTS,
          Names.of(site, lock),
          exclusive ? Guard.ALONE : Guard.SHARED);
    }
  }

  private static boolean present(StampedLock lock) {
    Points points = Points.here();
    boolean present = points != null && points.present();
    if (present) {
      points.gives(lock, Points.CONTENTS);
    }
    return present;
  }

  private static void gave(boolean present, StampedLock lock, boolean wrote, int site) {
    if (present) {
      Points.here()
          .gave(Here.site(site), lock, Points.CONTENTS, wrote ? Guard.ALONE : Guard.SHARED);
    }
  }
}
