package dev.lockjaw.woven.pools;

import dev.lockjaw.woven.Points;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A scheduler whose threads belong to a run, where it is used in one. */
public class WovenScheduler extends ScheduledThreadPoolExecutor {
  private final boolean ofRun = Points.here() != null;

  public WovenScheduler(int core) {
    super(core);
  }

  public WovenScheduler(int core, ThreadFactory threads) {
    super(core, threads);
  }

  public WovenScheduler(int core, RejectedExecutionHandler rejected) {
    super(core, rejected);
  }

  public WovenScheduler(int core, ThreadFactory threads, RejectedExecutionHandler rejected) {
    super(core, threads, rejected);
  }

  /** What the crew needs of the scheduler. */
  private final class Rules implements TimedCrew.Rules {
    @Override
    public int core() {
      return getCorePoolSize();
    }

    @Override
    public ThreadFactory factory() {
      return getThreadFactory();
    }

    @Override
    public void reject(Runnable task) {
      getRejectedExecutionHandler().rejectedExecution(task, WovenScheduler.this);
    }

    @Override
    public boolean keeps(boolean periodic) {
      return periodic
          ? getContinueExistingPeriodicTasksAfterShutdownPolicy()
          : getExecuteExistingDelayedTasksAfterShutdownPolicy();
    }
  }

  private TimedCrew crew() {
    return Crew.of(this, TimedCrew.class, ofRun, () -> new TimedCrew(new Rules()));
  }

  /** Null outside of runs, where it may be asked, and closed, in any case. */
  private TimedCrew known() {
    return Points.here() == null ? null : crew();
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return crew() == null
        ? super.schedule(task, delay, unit)
        : add(Executors.callable(task), false, unit.toNanos(delay), 0);
  }

  @Override
  public <T> ScheduledFuture<T> schedule(Callable<T> task, long delay, TimeUnit unit) {
    return crew() == null
        ? super.schedule(task, delay, unit)
        : add(task, true, unit.toNanos(delay), 0);
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long delay, long period, TimeUnit unit) {
    return crew() == null
        ? super.scheduleAtFixedRate(task, delay, period, unit)
        : add(Executors.callable(task), false, unit.toNanos(delay), positive(unit, period));
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long delay, long period, TimeUnit unit) {
    return crew() == null
        ? super.scheduleWithFixedDelay(task, delay, period, unit)
        : add(Executors.callable(task), false, unit.toNanos(delay), -positive(unit, period));
  }

  private static long positive(TimeUnit unit, long period) {
    if (period <= 0) {
      throw new IllegalArgumentException("period " + period);
    }
    return unit.toNanos(period);
  }

  private <T> Tick<T> add(Callable<T> task, boolean heard, long delay, long period) {
    TimedCrew crew = crew();
    return new Tick<>(crew, task, heard, delay, period).scheduled(crew);
  }

  @Override
  public void execute(Runnable task) {
    if (crew() == null) {
      super.execute(task);
    } else {
      schedule(task, 0, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public Future<?> submit(Runnable task) {
    return submit(Executors.callable(task));
  }

  @Override
  public <T> Future<T> submit(Runnable task, T value) {
    return submit(Executors.callable(task, value));
  }

  @Override
  public <T> Future<T> submit(Callable<T> task) {
    return schedule(task, 0, TimeUnit.NANOSECONDS);
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
    TimedCrew crew = known();
    if (crew == null) {
      super.shutdown();
    } else {
      crew.shutdown();
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    TimedCrew crew = known();
    return crew == null ? super.shutdownNow() : crew.shutdownNow();
  }

  @Override
  public boolean isShutdown() {
    TimedCrew crew = known();
    return crew == null ? super.isShutdown() : crew.isShutdown();
  }

  @Override
  public boolean isTerminating() {
    TimedCrew crew = known();
    return crew == null ? super.isTerminating() : crew.isShutdown() && !crew.hasTerminated();
  }

  @Override
  public boolean isTerminated() {
    TimedCrew crew = known();
    return crew == null ? super.isTerminated() : crew.hasTerminated();
  }

  @Override
  public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
    TimedCrew crew = known();
    return crew == null ? super.awaitTermination(time, unit) : crew.awaitTermination(time, unit);
  }

  @Override
  public int getPoolSize() {
    TimedCrew crew = known();
    return crew == null ? super.getPoolSize() : crew.size();
  }

  @Override
  public int getActiveCount() {
    TimedCrew crew = known();
    return crew == null ? super.getActiveCount() : crew.active();
  }

  /** By the name of the JDK's class, which its user knows. */
  @Override
  public String toString() {
    return super.toString()
        .replace(WovenScheduler.class.getName(), ScheduledThreadPoolExecutor.class.getName());
  }
}
