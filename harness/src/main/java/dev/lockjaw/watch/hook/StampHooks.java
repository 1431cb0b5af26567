package dev.lockjaw.watch.hook;

import java.util.concurrent.locks.StampedLock;

/** Called in place of the methods of {@link StampedLock}, which no thread can take twice. */
public final class StampHooks {
  private StampHooks() {}

  /** In place of {@link StampedLock#writeLock}. */
  public static long writeLock(StampedLock lock, int site) {
    ask(lock, LockKinds.EXCLUSIVE, site);
    return taken(lock, LockKinds.EXCLUSIVE, site, lock.writeLock(), false);
  }

  /** In place of {@link StampedLock#readLock}. */
  public static long readLock(StampedLock lock, int site) {
    ask(lock, LockKinds.SHARED, site);
    return taken(lock, LockKinds.SHARED, site, lock.readLock(), false);
  }

  /** In place of {@link StampedLock#tryWriteLock()}. */
  public static long tryWriteLock(StampedLock lock, int site) {
    return taken(lock, LockKinds.EXCLUSIVE, site, lock.tryWriteLock(), true);
  }

  /** In place of {@link StampedLock#tryReadLock()}. */
  public static long tryReadLock(StampedLock lock, int site) {
    return taken(lock, LockKinds.SHARED, site, lock.tryReadLock(), true);
  }

  private static void ask(StampedLock lock, int kind, int site) {
    WatchedThread me = WatchedThread.enter();
    if (me == null) {
      return;
    }
    try {
      boolean wouldWait = lock.isWriteLocked() || kind != LockKinds.SHARED && lock.isReadLocked();
      if (wouldWait && me.locks.holds(lock)) {
        me.locks.askForOwn(lock, lock, LockKinds.flags(kind));
      } else if (wouldWait || me.locks.depth() > 0) {
        me.locks.ask(lock, lock, site, wouldWait, LockKinds.flags(kind));
      }
    } finally {
      me.leave();
    }
  }

  private static long taken(StampedLock lock, int kind, int site, long stamp, boolean tried) {
    WatchedThread me = stamp == 0 ? null : WatchedThread.enter();
    if (me != null) {
      try {
        me.locks.taken(lock, lock, kind, site, tried);
      } finally {
        me.leave();
      }
    }
    return stamp;
  }

  /** In place of {@link StampedLock#unlock}. */
  public static void unlock(StampedLock lock, long stamp) {
    release(lock);
    lock.unlock(stamp);
  }

  /** In place of {@link StampedLock#unlockWrite}. */
  public static void unlockWrite(StampedLock lock, long stamp) {
    release(lock);
    lock.unlockWrite(stamp);
  }

  /** In place of {@link StampedLock#unlockRead}. */
  public static void unlockRead(StampedLock lock, long stamp) {
    release(lock);
    lock.unlockRead(stamp);
  }

  private static void release(StampedLock lock) {
    WatchedThread me = WatchedThread.enter();
    if (me != null) {
      try {
        me.locks.release(lock);
      } finally {
        me.leave();
      }
    }
  }
}
