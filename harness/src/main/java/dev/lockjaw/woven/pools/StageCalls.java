package dev.lockjaw.woven.pools;

import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.calls.Of;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What {@link CompletableFuture} makes: futures whose stages are the run's. */
public final class StageCalls {
  private StageCalls() {}

  @Of(CompletableFuture.class)
  public static CompletableFuture<Void> runAsync(Runnable task, int site) {
    return runAsync(task, new WovenFuture<>().defaultExecutor(), site);
  }

  @Of(CompletableFuture.class)
  public static CompletableFuture<Void> runAsync(Runnable task, Executor executor, int site) {
    return new WovenFuture<Void>()
        .completeAsync(
            () -> {
              task.run();
              return null;
            },
            executor);
  }

  @Of(CompletableFuture.class)
  public static <T> CompletableFuture<T> supplyAsync(Supplier<T> task, int site) {
    WovenFuture<T> future = new WovenFuture<>();
    return future.completeAsync(task, future.defaultExecutor());
  }

  @Of(CompletableFuture.class)
  public static <T> CompletableFuture<T> supplyAsync(
      Supplier<T> task, Executor executor, int site) {
    return new WovenFuture<T>().completeAsync(task, executor);
  }

  /** Performs a task, and completes a future with what comes of it. */
  static <T> void complete(CompletableFuture<T> future, Supplier<? extends T> task) {
    T value;
    try {
      value = task.get();
    } catch (RuntimeException | Error thrown) {
      completes(future);
      future.completeExceptionally(
          thrown instanceof CompletionException ? thrown : new CompletionException(thrown));
      return;
    }
    completes(future);
    future.complete(value);
  }

  private static void completes(CompletableFuture<?> future) {
    Points points = Points.here();
    if (points != null) {
      points.access(WovenTask.DONE, future, Points.CONTENTS, true);
    }
  }

  @Of(CompletableFuture.class)
  public static <T> CompletableFuture<T> completedFuture(T value, int site) {
    WovenFuture<T> future = new WovenFuture<>();
    future.complete(value);
    return future;
  }

  @Of(CompletableFuture.class)
  public static <T> CompletableFuture<T> failedFuture(Throwable thrown, int site) {
    WovenFuture<T> future = new WovenFuture<>();
    future.completeExceptionally(thrown);
    return future;
  }

  @Of(CompletableFuture.class)
  public static CompletableFuture<Void> allOf(CompletableFuture<?>[] all, int site) {
    return following(CompletableFuture.allOf(all));
  }

  @Of(CompletableFuture.class)
  public static CompletableFuture<Object> anyOf(CompletableFuture<?>[] all, int site) {
    return following(CompletableFuture.anyOf(all));
  }

  private static <T> CompletableFuture<T> following(CompletableFuture<T> of) {
    WovenFuture<T> future = new WovenFuture<>();
    of.whenComplete(
        (value, thrown) -> {
          if (thrown == null) {
            future.complete(value);
          } else {
            future.completeExceptionally(thrown);
          }
        });
    return future;
  }

  @Of(CompletableFuture.class)
  public static Executor delayedExecutor(long delay, TimeUnit unit, int site) {
    return Points.here() == null
        ? CompletableFuture.delayedExecutor(delay, unit)
        : delayedExecutor(delay, unit, WovenForkJoinPool.COMMON, site);
  }

  @Of(CompletableFuture.class)
  public static Executor delayedExecutor(long delay, TimeUnit unit, Executor executor, int site) {
    return Points.here() == null
        ? CompletableFuture.delayedExecutor(delay, unit, executor)
        : task -> Delays.handOver(task, unit.toNanos(delay), executor);
  }
}
