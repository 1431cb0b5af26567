package dev.lockjaw.watch.hook;

import dev.lockjaw.watch.event.EventKind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * Looks for threads that wait for a monitor while its holder sleeps in I/O. Entering a monitor
 * costs too little to write each attempt, so they do not write it themselves. Virtual threads are
 * not seen, nor is any thread in a JVM without {@code java.management}.
 */
public final class Waiters implements Runnable {
  private static final long PAUSE_MILLIS = 5;

  /** I/O that is younger, in nanoseconds, is let be. */
  private static final long SLEEPS = 2_000_000;

  private Waiters() {}

  /** Starts the thread that looks. */
  public static void start() {
    Thread thread = new Thread(new Waiters(), "lockjaw-watch");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void run() {
    WatchedThread me = WatchedThread.enter(); // for good: nothing of this thread is recorded
    try {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      while (me != null) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        look(me, threads);
      }
    } catch (InterruptedException | LinkageError unavailable) {
      return;
    }
  }

  private static void look(WatchedThread me, ThreadMXBean threads) {
    long now = System.nanoTime();
    for (WatchedThread holder : WatchedThread.all()) {
      long since = holder.sleepsSince;
      if (since != 0 && now - since > SLEEPS) {
        waitersFor(me, holder, since, threads);
      }
    }
  }

  private static void waitersFor(
      WatchedThread me, WatchedThread holder, long since, ThreadMXBean threads) {
    for (WatchedThread other : WatchedThread.all()) {
      Thread thread = other.thread();
      if (other.waitNoted == 0 && thread != null && thread.getState() == Thread.State.BLOCKED) {
        ThreadInfo info = threads.getThreadInfo(other.id);
        boolean waits =
            info != null && info.getLockInfo() != null && info.getLockOwnerId() == holder.id;
        long lock = waits ? holder.locks.monitor(info.getLockInfo().getIdentityHashCode()) : 0;
        if (lock != 0 && holder.sleepsSince == since) {
          me.writeFor(other, EventKind.LOCK_WAIT, lock, 0, WatchStacks.of(thread));
          other.waitNoted = lock;
        }
      }
    }
  }
}
