package dev.lockjaw.woven.pools;

import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.StandIn;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A future whose asynchronous stages and time-outs belong to a run, where it is used in one. */
public class WovenFuture<T> extends CompletableFuture<T> implements StandIn {
  public WovenFuture() {}

  @Override
  public <U> CompletableFuture<U> newIncompleteFuture() {
    return new WovenFuture<>();
  }

  @Override
  public Executor defaultExecutor() {
    return Points.here() == null ? super.defaultExecutor() : WovenForkJoinPool.COMMON;
  }

  @Override
  public CompletableFuture<T> completeAsync(Supplier<? extends T> task, Executor executor) {
    executor.execute(() -> StageCalls.complete(this, task));
    return this;
  }

  @Override
  public CompletableFuture<T> completeAsync(Supplier<? extends T> task) {
    return completeAsync(task, defaultExecutor());
  }

  @Override
  public CompletableFuture<T> orTimeout(long time, TimeUnit unit) {
    if (Points.here() == null) {
      return super.orTimeout(time, unit);
    }
    return atTheLatest(time, unit, () -> completeExceptionally(new TimeoutException()));
  }

  @Override
  public CompletableFuture<T> completeOnTimeout(T value, long time, TimeUnit unit) {
    if (Points.here() == null) {
      return super.completeOnTimeout(value, time, unit);
    }
    return atTheLatest(time, unit, () -> complete(value));
  }

  private CompletableFuture<T> atTheLatest(long time, TimeUnit unit, Runnable completes) {
    if (!isDone()) {
      Runnable after =
          () -> {
            if (!isDone()) {
              Points.here().access(WovenTask.DONE, this, Points.CONTENTS, true);
              completes.run();
            }
          };
      Delays.onTimeout(this, after, unit.toNanos(time));
    }
    return this;
  }
}
