package dev.lockjaw.corpus.driver;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;

/** Threads that keep no JVM alive, and waiting for what they come to. */
final class Daemons {
  /** From one look to the next. */
  static final long STEP_MS = 5;

  private Daemons() {}

  /** What a thread does; what it throws ends it, and nothing more. */
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
                // the other end has gone, or this one has been closed: both are wanted here
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
   * Looks again and again until something holds. What is counted is looks and not time, so that a
   * machine that stands still itself is not held against those who are waited for.
   *
   * @param mostMs how long to go on, if no look is late
   * @return whether it came to hold
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
