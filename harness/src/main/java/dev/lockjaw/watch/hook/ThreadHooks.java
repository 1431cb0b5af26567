package dev.lockjaw.watch.hook;

import dev.lockjaw.watch.event.EventKind;

/** Called around starts and joins of threads: what they order can't deadlock. Any thread. */
public final class ThreadHooks {
  private ThreadHooks() {}

  /** Before a {@code start()} of anything. */
  public static void start(Object started) {
    WatchedThread me = started instanceof Thread ? WatchedThread.enter() : null;
    if (me != null) {
      try {
        me.write(EventKind.THREAD_CREATE, ((Thread) started).getId(), 0, 0);
        me.seen.clear(); // what was before the start and what comes after it differ from now on
      } finally {
        me.leave();
      }
    }
  }

  /** After a {@code join()} of anything. */
  public static void joined(Object joined) {
    if (!(joined instanceof Thread thread) || thread.isAlive()) {
      return;
    }
    WatchedThread me = WatchedThread.enter();
    if (me != null) {
      try {
        me.write(EventKind.THREAD_JOIN, thread.getId(), 0, 0);
        me.news++;
        me.seen.clear();
      } finally {
        me.leave();
      }
    }
  }

  /** In place of {@link Thread#join(long)}. */
  public static void join(Thread thread, long millis) throws InterruptedException {
    thread.join(millis);
    joined(thread);
  }
}
