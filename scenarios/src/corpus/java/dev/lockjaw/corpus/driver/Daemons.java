package dev.lockjaw.corpus.driver;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;

/** Daemon threads, and a bounded wait for a condition. */
final class Daemons {
  /** Milliseconds between two looks. */
  static final long STEP_MS = 5;

  private Daemons() {}

  /** The body of a thread. An exception ends the thread and has no other effect. */
  interface Work {
    void run() throws Exception;
  }

  static Thread start(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (Exception ended) {
                // the other end has closed, or this one was closed: both are expected
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  static ExecutorService pool() {
    return Executors.newCachedThreadPool(factory());
  }

  private static ThreadFactory factory() {
    return work -> {
      Thread thread = new Thread(work);
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Checks a condition again and again until it holds. The limit counts looks and not time, so that
   * a machine that pauses does not use up the limit.
   *
   * @param mostMs the limit in milliseconds, if no look is late
   * @return whether the condition held
   */
  static boolean until(long mostMs, BooleanSupplier holds) throws InterruptedException {
    for (long looks = mostMs / STEP_MS; !holds.getAsBoolean(); looks--) {
      if (looks == 0) {
        return false;
      }
      Thread.sleep(STEP_MS);
    }
    return true;
  }
}
