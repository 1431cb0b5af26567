package dev.lockjaw.watch.hook;

import dev.lockjaw.watch.event.Event;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock.ReadLock;
import java.util.concurrent.locks.ReentrantReadWriteLock.WriteLock;

/**
 * Called around the methods of locks, on whatever has methods of these names. A class that only
 * implements {@link Lock} is left alone: the locks inside it are seen by themselves. Any thread.
 */
public final class LockHooks {
  private LockHooks() {}

  private static boolean known(Object lock) {
    return lock instanceof ReentrantLock || lock instanceof WriteLock || lock instanceof ReadLock;
  }

  private static int kind(Object lock) {
    return lock instanceof ReadLock ? LockKinds.SHARED : LockKinds.EXCLUSIVE;
  }

  /** Before {@code lock()} and {@code lockInterruptibly()}. */
  public static void ask(Object lock, int site) {
    ask(lock, site, 0);
  }

  private static void ask(Object lock, int site, long flags) {
    WatchedThread me = known(lock) ? WatchedThread.enter() : null;
    if (me == null) {
      return;
    }
    try {
      Object identity = Syncs.of(lock);
      if (upgrades(me, lock, identity)) {
        me.locks.askForOwn(identity, lock, flags);
        return;
      }
      boolean contended =
          lock instanceof ReentrantLock reentrant
              ? reentrant.isLocked() && !reentrant.isHeldByCurrentThread()
              : Published.maybe(identity);
      if (contended || me.locks.depth() > 0) {
        me.locks.ask(identity, lock, site, contended, flags | LockKinds.flags(kind(lock)));
      }
    } finally {
      me.leave();
    }
  }

  /** Whether a thread wants to write while it reads: it would wait for itself. */
  private static boolean upgrades(WatchedThread me, Object lock, Object identity) {
    return lock instanceof WriteLock write
        && me.locks.depth() > 0
        && !write.isHeldByCurrentThread()
        && me.locks.kindOf(identity) == LockKinds.SHARED
        && me.locks.holds(identity);
  }

  /** After {@code lock()} and {@code lockInterruptibly()}. */
  public static void taken(Object lock, int site) {
    taken(lock, site, false);
  }

  private static void taken(Object lock, int site, boolean tried) {
    WatchedThread me = known(lock) ? WatchedThread.enter() : null;
    if (me != null) {
      try {
        me.locks.taken(Syncs.of(lock), lock, kind(lock), site, tried);
      } finally {
        me.leave();
      }
    }
  }

  /** After {@code tryLock()}; returns what that returned. */
  public static boolean tried(Object lock, boolean got, int site) {
    if (got) {
      taken(lock, site, true);
    }
    return got;
  }

  /** In place of {@link Lock#tryLock(long, TimeUnit)}. */
  public static boolean tryLock(Lock lock, long time, TimeUnit unit, int site)
      throws InterruptedException {
    ask(lock, site, Event.TIMED);
    boolean got = false;
    try {
      got = lock.tryLock(time, unit);
      return got;
    } finally {
      if (got) {
        taken(lock, site, true);
      } else {
        gaveUp();
      }
    }
  }

  private static void gaveUp() {
    WatchedThread me = WatchedThread.enter();
    if (me != null) {
      try {
        me.locks.gaveUp();
      } finally {
        me.leave();
      }
    }
  }

  /** Before {@code unlock()}. */
  public static void release(Object lock) {
    WatchedThread me = known(lock) ? WatchedThread.enter() : null;
    if (me != null) {
      try {
        me.locks.release(Syncs.of(lock));
      } finally {
        me.leave();
      }
    }
  }
}
