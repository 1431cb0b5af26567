package dev.lockjaw.woven.pools;

import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.calls.Builders;
import dev.lockjaw.woven.calls.Of;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Executors that woven code has made: in a run their threads are of it. */
public final class ExecutorCalls {
  private ExecutorCalls() {}

  @Of(Executors.class)
  public static ExecutorService newSingleThreadExecutor(int site) {
    return newFixedThreadPool(1, site);
  }

  @Of(Executors.class)
  public static ExecutorService newSingleThreadExecutor(ThreadFactory threads, int site) {
    return newFixedThreadPool(1, threads, site);
  }

  @Of(Executors.class)
  public static ExecutorService newFixedThreadPool(int most, int site) {
    return newFixedThreadPool(most, threads(), site);
  }

  @Of(Executors.class)
  public static ExecutorService newFixedThreadPool(int most, ThreadFactory threads, int site) {
    return pool(most, most, new LinkedBlockingQueue<>(), threads);
  }

  @Of(Executors.class)
  public static ExecutorService newCachedThreadPool(int site) {
    return newCachedThreadPool(threads(), site);
  }

  @Of(Executors.class)
  public static ExecutorService newCachedThreadPool(ThreadFactory threads, int site) {
    return pool(0, Integer.MAX_VALUE, new SynchronousQueue<>(), threads);
  }

  @Of(Executors.class)
  public static ExecutorService newVirtualThreadPerTaskExecutor(int site) {
    return newCachedThreadPool(Builders.virtual(), site);
  }

  @Of(Executors.class)
  public static ExecutorService newThreadPerTaskExecutor(ThreadFactory threads, int site) {
    return newCachedThreadPool(threads, site);
  }

  @Of(Executors.class)
  public static ExecutorService newWorkStealingPool(int site) {
    return new WovenForkJoinPool();
  }

  @Of(Executors.class)
  public static ExecutorService newWorkStealingPool(int parallelism, int site) {
    return new WovenForkJoinPool(parallelism);
  }

  @Of(Executors.class)
  public static ScheduledExecutorService newSingleThreadScheduledExecutor(int site) {
    return new WovenScheduler(1);
  }

  @Of(Executors.class)
  public static ScheduledExecutorService newSingleThreadScheduledExecutor(
      ThreadFactory threads, int site) {
    return new WovenScheduler(1, threads);
  }

  @Of(Executors.class)
  public static ScheduledExecutorService newScheduledThreadPool(int core, int site) {
    return new WovenScheduler(core);
  }

  @Of(Executors.class)
  public static ScheduledExecutorService newScheduledThreadPool(
      int core, ThreadFactory threads, int site) {
    return new WovenScheduler(core, threads);
  }

  private static ExecutorService pool(
      int core, int most, BlockingQueue<Runnable> queue, ThreadFactory threads) {
    return new WovenPool(core, most, 60, TimeUnit.SECONDS, queue, threads);
  }

  private static ThreadFactory threads() {
    return Points.here() == null
        ? Executors.defaultThreadFactory()
        : work -> new Thread(work, "pool");
  }
}
