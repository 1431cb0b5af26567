package dev.lockjaw.watch.jvm;

import java.util.concurrent.CountDownLatch;

/** Threads of {@link WatchedCases}, and their order. */
final class WatchedSteps {
  private WatchedSteps() {}

  /** A step of a case. */
  interface Step {
    void run() throws Exception;
  }

  static Thread thread(Step step) {
    Thread thread =
        new Thread(
            () -> {
              try {
                step.run();
              } catch (Exception failed) {
                throw new IllegalStateException(failed);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Runs two steps one after the other, in threads that both run from the start. */
  static void inTurn(Step first, Step second) throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    CountDownLatch done = new CountDownLatch(1);
    Thread one =
        thread(
            () -> {
              both.countDown();
              both.await();
              first.run();
              done.countDown();
            });
    Thread other =
        thread(
            () -> {
              both.countDown();
              done.await();
              second.run();
            });
    one.join();
    other.join();
  }

  static void await(Thread thread, Thread.State state) {
    while (thread.getState() != state) {
      Thread.onSpinWait();
    }
  }
}
