package library;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Daemon threads of a test, and the failure of the first one that fails. */
final class Threads {
  /** Seconds; far more than any wait takes. It only ends a test that hangs. */
  static final long DEADLINE_SECONDS = 60;

  private static final long DEADLINE_NANOS = TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
  private static final int MOST_FRAMES = 15;

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

  /** Waits for all of them; throws the failure of one that failed. */
  void join() throws InterruptedException {
    until("their end", () -> started.stream().noneMatch(Thread::isAlive));
    failIfOneFailed("their end");
  }

  /**
   * Waits until a condition holds. Throws the failure of one of these threads as soon as there is
   * one, and after a minute throws an error with the stacks of all threads.
   */
  void until(String what, BooleanSupplier holds) throws InterruptedException {
    long start = System.nanoTime();
    while (!holds.getAsBoolean()) {
      failIfOneFailed(what);
      if (System.nanoTime() - start > DEADLINE_NANOS) {
        throw new AssertionError(
            "not within " + DEADLINE_SECONDS + " s: " + what + "\n" + allStacks());
      }
      Thread.sleep(1);
    }
  }

  private void failIfOneFailed(String awaited) {
    if (failure.get() != null) {
      throw new AssertionError("a thread failed before " + awaited, failure.get());
    }
  }

  /** The stacks of all threads in this JVM, because a library's own thread may be the stuck one. */
  private static String allStacks() {
    return Thread.getAllStackTraces().entrySet().stream()
        .map(entry -> entry.getKey() + ", " + entry.getKey().getState() + text(entry.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String text(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .limit(MOST_FRAMES)
        .map(frame -> "\n    " + frame)
        .collect(Collectors.joining());
  }
}
