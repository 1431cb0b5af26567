package dev.lockjaw.watch.hook;

import dev.lockjaw.watch.event.Event;

/** Called around the JVM's own monitors, and around waits for them. Any thread. */
public final class MonitorHooks {
  private MonitorHooks() {}

  /** Before monitorenter. */
  public static void ask(Object monitor, int site) {
    WatchedThread me = monitor == null ? null : WatchedThread.enter();
    if (me != null) {
      try {
        if (me.locks.depth() > 0 || Published.maybe(monitor)) {
          boolean contended = Published.maybe(monitor);
          me.locks.ask(monitor, monitor, site, contended, 0);
        }
      } finally {
        me.leave();
      }
    }
  }

  /** After monitorenter. */
  public static void taken(Object monitor, int site) {
    taken(monitor, LockKinds.BLOCK, site);
  }

  /** In a synchronized method, first of all. */
  public static void method(Object monitor, int site) {
    taken(monitor, LockKinds.METHOD, site);
  }

  private static void taken(Object monitor, int kind, int site) {
    WatchedThread me = WatchedThread.enter();
    if (me != null) {
      try {
        me.locks.taken(monitor, monitor, kind, site, false);
      } finally {
        me.leave();
      }
    }
  }

  /** Before monitorexit. */
  public static void release(Object monitor) {
    WatchedThread me = WatchedThread.enter();
    if (me != null) {
      try {
        me.locks.release(monitor);
      } finally {
        me.leave();
      }
    }
  }

  /** In a synchronized method, last of all. */
  public static void leaveMethod() {
    WatchedThread me = WatchedThread.enter();
    if (me != null) {
      try {
        me.locks.leaveMethod();
      } finally {
        me.leave();
      }
    }
  }

  /** In place of {@link Object#wait()}. */
  public static void await(Object monitor) throws InterruptedException {
    long stack = begin(monitor, 0);
    try {
      monitor.wait();
    } finally {
      end(monitor, stack);
    }
  }

  /** In place of {@link Object#wait(long)}. */
  public static void await(Object monitor, long millis) throws InterruptedException {
    long stack = begin(monitor, millis == 0 ? 0 : Event.TIMED);
    try {
      monitor.wait(millis);
    } finally {
      end(monitor, stack);
    }
  }

  /** In place of {@link Object#wait(long, int)}. */
  public static void await(Object monitor, long millis, int nanos) throws InterruptedException {
    long stack = begin(monitor, millis == 0 && nanos == 0 ? 0 : Event.TIMED);
    try {
      monitor.wait(millis, nanos);
    } finally {
      end(monitor, stack);
    }
  }

  /** Returns the stack of the wait if another lock is held in it, or 0. */
  private static long begin(Object monitor, long flags) {
    WatchedThread me = WatchedThread.enter();
    if (me == null) {
      return 0;
    }
    try {
      return WaitHooks.begin(me, monitor, monitor, flags);
    } finally {
      me.leave();
    }
  }

  private static void end(Object monitor, long stack) {
    WatchedThread me = stack == 0 ? null : WatchedThread.enter();
    if (me != null) {
      try {
        WaitHooks.end(me, monitor, monitor, stack);
      } finally {
        me.leave();
      }
    }
  }

  /** Before {@code notify} and {@code notifyAll}. */
  public static void signal(Object monitor) {
    WatchedThread me = monitor == null ? null : WatchedThread.enter();
    if (me != null) {
      try {
        WaitHooks.signalled(me, monitor);
      } finally {
        me.leave();
      }
    }
  }
}
