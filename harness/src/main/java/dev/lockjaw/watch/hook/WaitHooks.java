package dev.lockjaw.watch.hook;

import dev.lockjaw.watch.event.Event;
import dev.lockjaw.watch.event.EventKind;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** Called in place of the waits of {@link Condition}. Any thread. */
public final class WaitHooks {
  private WaitHooks() {}

  static long begin(WatchedThread me, Object condition, Object lock, long flags) {
    if (!me.locks.suspend(lock)) {
      return 0;
    }
    long stack = me.stack(me.locks.circumstances(condition, -1));
    me.write(EventKind.CONDITION_WAIT, LockIds.id(condition), flags, stack);
    return stack;
  }

  static void end(WatchedThread me, Object condition, Object lock, long stack) {
    me.write(EventKind.CONDITION_LEAVE, LockIds.id(condition), 0, 0);
    me.locks.resume(lock, stack);
  }

  private static long begin(Condition condition, long flags) {
    WatchedThread me = WatchedThread.enter();
    if (me == null) {
      return 0;
    }
    try {
      Object lock = Syncs.ofCondition(condition);
      return lock == null ? 0 : begin(me, condition, lock, flags);
    } finally {
      me.leave();
    }
  }

  private static void end(Condition condition, long stack) {
    WatchedThread me = stack == 0 ? null : WatchedThread.enter();
    if (me != null) {
      try {
        end(me, condition, Syncs.ofCondition(condition), stack);
      } finally {
        me.leave();
      }
    }
  }

  /** In place of {@link Condition#await()}. */
  public static void await(Condition condition) throws InterruptedException {
    long stack = begin(condition, 0);
    try {
      condition.await();
    } finally {
      end(condition, stack);
    }
  }

  /** In place of {@link Condition#awaitUninterruptibly}. */
  public static void awaitUninterruptibly(Condition condition) {
    long stack = begin(condition, 0);
    try {
      condition.awaitUninterruptibly();
    } finally {
      end(condition, stack);
    }
  }

  /** In place of {@link Condition#await(long, TimeUnit)}. */
  public static boolean await(Condition condition, long time, TimeUnit unit)
      throws InterruptedException {
    long stack = begin(condition, Event.TIMED);
    try {
      return condition.await(time, unit);
    } finally {
      end(condition, stack);
    }
  }

  /** In place of {@link Condition#awaitNanos}. */
  public static long awaitNanos(Condition condition, long nanos) throws InterruptedException {
    long stack = begin(condition, Event.TIMED);
    try {
      return condition.awaitNanos(nanos);
    } finally {
      end(condition, stack);
    }
  }

  /** In place of {@link Condition#awaitUntil}. */
  public static boolean awaitUntil(Condition condition, Date deadline) throws InterruptedException {
    long stack = begin(condition, Event.TIMED);
    try {
      return condition.awaitUntil(deadline);
    } finally {
      end(condition, stack);
    }
  }

  /** In place of {@link Condition#signal}. */
  public static void signal(Condition condition) {
    noteSignal(condition);
    condition.signal();
  }

  /** In place of {@link Condition#signalAll}. */
  public static void signalAll(Condition condition) {
    noteSignal(condition);
    condition.signalAll();
  }

  private static void noteSignal(Condition condition) {
    WatchedThread me = WatchedThread.enter();
    if (me != null) {
      try {
        signalled(me, condition);
      } finally {
        me.leave();
      }
    }
  }

  static void signalled(WatchedThread me, Object condition) {
    if (LockIds.known(condition) != 0) { // it was waited for with another lock held
      me.locks.publish();
      long stack = me.stack(me.locks.circumstances(condition, -2));
      me.write(EventKind.CONDITION_SIGNAL, LockIds.known(condition), 0, stack);
    }
  }
}
