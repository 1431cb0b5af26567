package dev.lockjaw.woven.pools;

import dev.lockjaw.woven.Points;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A thread pool whose threads belong to a run, where it is used in one. */
public class WovenPool extends ThreadPoolExecutor {
  private final boolean ofRun = Points.here() != null;

  public WovenPool(int core, int most, long keep, TimeUnit unit, BlockingQueue<Runnable> queue) {
    super(core, most, keep, unit, queue);
  }

  public WovenPool(
      int core,
      int most,
      long keep,
      TimeUnit unit,
      BlockingQueue<Runnable> queue,
      ThreadFactory threads) {
    super(core, most, keep, unit, queue, threads);
  }

  public WovenPool(
      int core,
      int most,
      long keep,
      TimeUnit unit,
      BlockingQueue<Runnable> queue,
      RejectedExecutionHandler rejected) {
    super(core, most, keep, unit, queue, rejected);
  }

  public WovenPool(
      int core,
      int most,
      long keep,
      TimeUnit unit,
      BlockingQueue<Runnable> queue,
      ThreadFactory threads,
      RejectedExecutionHandler rejected) {
    super(core, most, keep, unit, queue, threads, rejected);
  }

  /** What the crew needs of the pool. */
  private final class Rules implements PoolCrew.Rules {
    @Override
    public int core() {
      return getCorePoolSize();
    }

    @Override
    public int most() {
      return getMaximumPoolSize();
    }

    @Override
    public BlockingQueue<Runnable> queue() {
      return getQueue();
    }

    @Override
    public ThreadFactory factory() {
      return getThreadFactory();
    }

    @Override
    public void reject(Runnable task) {
      getRejectedExecutionHandler().rejectedExecution(task, WovenPool.this);
    }

    @Override
    public void perform(Thread worker, Runnable task) {
      beforeExecute(worker, task);
      try {
        task.run();
        afterExecute(task, null);
      } catch (RuntimeException | Error thrown) {
        afterExecute(task, thrown);
        throw thrown;
      }
    }

    @Override
    public void ended() {
      WovenPool.this.terminated();
    }
  }

  private PoolCrew crew() {
    return Crew.of(this, PoolCrew.class, ofRun, () -> new PoolCrew(new Rules()));
  }

  @Override
  public void execute(Runnable task) {
    PoolCrew crew = crew();
    if (crew == null) {
      super.execute(task);
    } else {
      crew.execute(Objects.requireNonNull(task));
    }
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Callable<T> task) {
    return new WovenTask<>(task);
  }

  @Override
  protected <T> RunnableFuture<T> newTaskFor(Runnable task, T value) {
    return new WovenTask<>(Executors.callable(task, value));
  }

  @Override
  public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks)
      throws InterruptedException {
    return Points.here() == null ? super.invokeAll(tasks) : Invocations.all(this, tasks);
  }

  @Override
  public <T> List<Future<T>> invokeAll(
      Collection<? extends Callable<T>> tasks, long time, TimeUnit unit)
      throws InterruptedException {
    return Points.here() == null
        ? super.invokeAll(tasks, time, unit)
        : Invocations.all(this, tasks, time, unit);
  }

  @Override
  public <T> T invokeAny(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    return Points.here() == null ? super.invokeAny(tasks) : Invocations.any(this, tasks);
  }

  @Override
  public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long time, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return Points.here() == null
        ? super.invokeAny(tasks, time, unit)
        : Invocations.any(this, tasks, time, unit);
  }

  @Override
  public void shutdown() {
    PoolCrew crew = known();
    if (crew == null) {
      super.shutdown();
    } else {
      crew.shutdown();
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    PoolCrew crew = known();
    return crew == null ? super.shutdownNow() : crew.shutdownNow();
  }

  /** Null outside of runs, where it may be asked, and closed, in any case. */
  private PoolCrew known() {
    return Points.here() == null ? null : crew();
  }

  @Override
  public boolean isShutdown() {
    PoolCrew crew = known();
    return crew == null ? super.isShutdown() : crew.isShutdown();
  }

  @Override
  public boolean isTerminating() {
    PoolCrew crew = known();
    return crew == null ? super.isTerminating() : crew.isShutdown() && !crew.hasTerminated();
  }

  @Override
  public boolean isTerminated() {
    PoolCrew crew = known();
    return crew == null ? super.isTerminated() : crew.hasTerminated();
  }

  @Override
  public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
    PoolCrew crew = known();
    return crew == null ? super.awaitTermination(time, unit) : crew.awaitTermination(time, unit);
  }

  @Override
  public int getPoolSize() {
    PoolCrew crew = known();
    return crew == null ? super.getPoolSize() : crew.size();
  }

  @Override
  public int getActiveCount() {
    PoolCrew crew = known();
    return crew == null ? super.getActiveCount() : crew.active();
  }

  @Override
  public long getCompletedTaskCount() {
    PoolCrew crew = known();
    return crew == null ? super.getCompletedTaskCount() : crew.completed();
  }

  @Override
  public boolean prestartCoreThread() {
    return known() == null && super.prestartCoreThread();
  }

  @Override
  public int prestartAllCoreThreads() {
    return known() == null ? super.prestartAllCoreThreads() : 0;
  }

  /** By the name of the JDK's class, which its user knows. */
  @Override
  public String toString() {
    return super.toString().replace(WovenPool.class.getName(), ThreadPoolExecutor.class.getName());
  }
}
