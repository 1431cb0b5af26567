package dev.lockjaw.woven.pools;

import dev.lockjaw.woven.Points;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code invokeAll} and {@code invokeAny} in a run. */
final class Invocations {
  private Invocations() {}

  static <T> List<Future<T>> all(Executor executor, Collection<? extends Callable<T>> tasks)
      throws InterruptedException {
    return allUntil(Long.MAX_VALUE, executor, tasks);
  }

  static <T> List<Future<T>> all(
      Executor executor, Collection<? extends Callable<T>> tasks, long time, TimeUnit unit)
      throws InterruptedException {
    return allUntil(end(time, unit), executor, tasks);
  }

  /**
   * @param end of the wait by the run's clock; the end of time for no limit
   */
  private static <T> List<Future<T>> allUntil(
      long end, Executor executor, Collection<? extends Callable<T>> tasks)
      throws InterruptedException {
    List<Future<T>> futures = new ArrayList<>(tasks.size());
    boolean whole = false;
    try {
      for (Callable<T> task : tasks) {
        WovenTask<T> future = new WovenTask<>(task);
        futures.add(future);
        executor.execute(future);
      }
      whole = awaitAll(futures, end);
    } finally {
      if (!whole) {
        futures.forEach(future -> future.cancel(true));
      }
    }
    return futures;
  }

  private static <T> boolean awaitAll(List<Future<T>> futures, long end)
      throws InterruptedException {
    for (Future<T> future : futures) {
      if (!FutureCalls.await(future, Crew.EXECUTE.id(), left(end), true)) {
        return false;
      }
    }
    return true;
  }

  private static long end(long time, TimeUnit unit) {
    return Points.here().in(Math.max(0, unit.toNanos(time)));
  }

  private static long left(long end) {
    return end == Long.MAX_VALUE ? -1 : Math.max(0, end - Points.here().clock());
  }

  static <T> T any(Executor executor, Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    try {
      return anyUntil(Long.MAX_VALUE, executor, tasks);
    } catch (TimeoutException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static <T> T any(
      Executor executor, Collection<? extends Callable<T>> tasks, long time, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return anyUntil(end(time, unit), executor, tasks);
  }

  private static <T> T anyUntil(
      long end, Executor executor, Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (tasks.isEmpty()) {
      throw new IllegalArgumentException("there is no task to invoke");
    }
    WovenCompletions<T> done = new WovenCompletions<>(executor);
    List<Future<T>> futures = new ArrayList<>(tasks.size());
    try {
      for (Callable<T> task : tasks) {
        futures.add(done.submit(task));
      }
      ExecutionException failed = null;
      for (int i = 0; i < futures.size(); i++) {
        Future<T> next = done.next(left(end));
        if (next == null) {
          throw new TimeoutException();
        }
        try {
          return next.get(0, TimeUnit.NANOSECONDS);
        } catch (ExecutionException | CancellationException thrown) {
          failed = thrown instanceof ExecutionException one ? one : new ExecutionException(thrown);
        }
      }
      throw failed;
    } finally {
      futures.forEach(future -> future.cancel(true));
    }
  }
}
