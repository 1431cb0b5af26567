package library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Daemon threads of a test's, and what one of them failed of. */
final class Threads {
  private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final List<Thread> started = new ArrayList<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  @FunctionalInterface
  interface Body {
    void run() throws Exception;
  }

  Thread start(String name, Body body) {
    Thread thread =
        new Thread(
            () -> {
              try {
                body.run();
              } catch (Throwable failed) {
                failure.compareAndSet(null, failed);
              }
            },
            name);
    thread.setDaemon(true);
    started.add(thread);
    thread.start();
    return thread;
  }

  /** Waits for all of them; throws what one of them did. */
  void join() throws Exception {
    for (Thread thread : started) {
      thread.join(TimeUnit.NANOSECONDS.toMillis(DEADLINE_NANOS));
      if (thread.isAlive()) {
        throw new AssertionError(
            thread + " has not ended: " + List.of(thread.getStackTrace()), failure.get());
      }
    }
    if (failure.get() != null) {
      throw new AssertionError("a thread failed", failure.get());
    }
  }

  /** Waits until something holds, which has to be within half a minute. */
  static void until(String what, BooleanSupplier holds) throws InterruptedException {
    long start = System.nanoTime();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - start > DEADLINE_NANOS) {
        throw new AssertionError("not within half a minute: " + what);
      }
      Thread.sleep(1);
    }
  }
}
