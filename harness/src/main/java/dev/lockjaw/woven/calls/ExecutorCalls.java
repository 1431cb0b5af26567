package dev.lockjaw.woven.calls;

import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** Executors that woven code makes: their threads are of the run. */
public final class ExecutorCalls {
  private ExecutorCalls() {}

  @Of(Executors.class)
  public static ExecutorService newSingleThreadExecutor(int site) {
    return of() ? new Pool(1, ExecutorCalls::thread) : Executors.newSingleThreadExecutor();
  }

  @Of(Executors.class)
  public static ExecutorService newSingleThreadExecutor(ThreadFactory threads, int site) {
    return of() ? new Pool(1, threads) : Executors.newSingleThreadExecutor(threads);
  }

  @Of(Executors.class)
  public static ExecutorService newFixedThreadPool(int most, int site) {
    return of() ? new Pool(most, ExecutorCalls::thread) : Executors.newFixedThreadPool(most);
  }

  @Of(Executors.class)
  public static ExecutorService newFixedThreadPool(int most, ThreadFactory threads, int site) {
    return of() ? new Pool(most, threads) : Executors.newFixedThreadPool(most, threads);
  }

  @Of(Executors.class)
  public static ExecutorService newCachedThreadPool(int site) {
    return of()
        ? new Pool(Integer.MAX_VALUE, ExecutorCalls::thread)
        : Executors.newCachedThreadPool();
  }

  @Of(Executors.class)
  public static ExecutorService newCachedThreadPool(ThreadFactory threads, int site) {
    return of() ? new Pool(Integer.MAX_VALUE, threads) : Executors.newCachedThreadPool(threads);
  }

  @Of(CompletableFuture.class)
  public static CompletableFuture<?> runAsync(Runnable task, int site) {
    Points points = points();
    return points == null
        ? CompletableFuture.runAsync(task)
        : CompletableFuture.runAsync(task, common(points));
  }

  @Of(CompletableFuture.class)
  public static CompletableFuture<?> supplyAsync(Supplier<?> task, int site) {
    Points points = points();
    return points == null
        ? CompletableFuture.supplyAsync(task)
        : CompletableFuture.supplyAsync(task, common(points));
  }

  /** What stands for the common pool in a run. */
  private static Pool common(Points points) {
    return points.beside(
        CompletableFuture.class,
        Pool.class,
        () -> new Pool(Integer.MAX_VALUE, ExecutorCalls::thread));
  }

  private static Points points() {
    return Points.here() == null ? Here.opening() : Points.here();
  }

  private static boolean of() {
    return points() != null;
  }

  private static Thread thread(Runnable work) {
    return new Thread(work, "pool");
  }
}
