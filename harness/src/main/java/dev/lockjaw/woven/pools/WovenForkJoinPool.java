package dev.lockjaw.woven.pools;

import dev.lockjaw.woven.Points;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A fork-join pool whose threads belong to a run, where it is used in one. It has a thread for each
 * task, because a pool that helps and compensates makes progress with each task.
 */
public class WovenForkJoinPool extends ForkJoinPool {
  /** What stands for the common pool in runs. */
  static final WovenForkJoinPool COMMON = new WovenForkJoinPool(1, false);

  private final boolean ofRun;

  public WovenForkJoinPool() {
    this.ofRun = Points.here() != null;
  }

  public WovenForkJoinPool(int parallelism) {
    super(parallelism);
    this.ofRun = Points.here() != null;
  }

  public WovenForkJoinPool(
      int parallelism,
      ForkJoinWorkerThreadFactory threads,
      Thread.UncaughtExceptionHandler handler,
      boolean async) {
    super(parallelism, threads, handler, async);
    this.ofRun = Points.here() != null;
  }

  private WovenForkJoinPool(int parallelism, boolean ofRun) {
    super(parallelism);
    this.ofRun = ofRun;
  }

  /** What the crew needs of the pool. */
  private static final class Rules implements PoolCrew.Rules {
    private final BlockingQueue<Runnable> none = new SynchronousQueue<>();

    @Override
    public int core() {
      return 0;
    }

    @Override
    public int most() {
      return Integer.MAX_VALUE;
    }

    @Override
    public BlockingQueue<Runnable> queue() {
      return none;
    }

    @Override
    public ThreadFactory factory() {
      return work -> new Thread(work, "pool");
    }

    @Override
    public void reject(Runnable task) {
      throw new RejectedExecutionException("the pool is shut down");
    }
  }

  private PoolCrew crew() {
    return Crew.of(this, PoolCrew.class, ofRun, () -> new PoolCrew(new Rules()));
  }

  private PoolCrew known() {
    return Points.here() == null ? null : crew();
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
  public void execute(ForkJoinTask<?> task) {
    submit(task);
  }

  @Override
  public <T> ForkJoinTask<T> submit(ForkJoinTask<T> task) {
    PoolCrew crew = crew();
    if (crew == null) {
      return super.submit(task);
    }
    crew.execute(() -> ForkCalls.perform(task));
    return task;
  }

  @Override
  public <T> ForkJoinTask<T> submit(Callable<T> task) {
    return submit(ForkJoinTask.adapt(task));
  }

  @Override
  public <T> ForkJoinTask<T> submit(Runnable task, T value) {
    return submit(ForkJoinTask.adapt(task, value));
  }

  @Override
  @SuppressWarnings("unchecked")
  public ForkJoinTask<?> submit(Runnable task) {
    return submit(
        task instanceof ForkJoinTask<?> given
            ? (ForkJoinTask<Void>) given
            : (ForkJoinTask<Void>) ForkJoinTask.adapt(task));
  }

  @Override
  public <T> T invoke(ForkJoinTask<T> task) {
    return known() == null
        ? super.invoke(task)
        : ForkCalls.join(submit(task), Crew.EXECUTE.id(), task);
  }

  @Override
  public <T> List<Future<T>> invokeAll(Collection<? extends Callable<T>> tasks) {
    if (known() == null) {
      return super.invokeAll(tasks);
    }
    List<Future<T>> all = new ArrayList<>();
    tasks.forEach(task -> all.add(submit(task)));
    all.forEach(task -> ForkCalls.await((ForkJoinTask<?>) task, Crew.EXECUTE.id()));
    return all;
  }

  @Override
  public <T> T invokeAny(Collection<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    return known() == null ? super.invokeAny(tasks) : Invocations.any(this, tasks);
  }

  @Override
  public <T> T invokeAny(Collection<? extends Callable<T>> tasks, long time, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    return known() == null
        ? super.invokeAny(tasks, time, unit)
        : Invocations.any(this, tasks, time, unit);
  }

  @Override
  public void shutdown() {
    if (known() == null) {
      super.shutdown();
    } else if (this != COMMON) {
      crew().shutdown();
    }
  }

  @Override
  public List<Runnable> shutdownNow() {
    return known() == null
        ? super.shutdownNow()
        : this == COMMON ? List.of() : crew().shutdownNow();
  }

  /** As in JDK 19, where it is new. */
  public void close() {
    shutdown();
    boolean interrupted = false;
    while (this != COMMON && !isTerminated()) {
      try {
        awaitTermination(1, TimeUnit.DAYS);
      } catch (InterruptedException woken) {
        interrupted = true;
        shutdownNow();
      }
    }
    if (interrupted) {
      Points.here().interrupt(Points.here().thread());
    }
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
  public boolean awaitQuiescence(long time, TimeUnit unit) {
    PoolCrew crew = known();
    return crew == null ? super.awaitQuiescence(time, unit) : crew.awaitQuiet(time, unit);
  }

  @Override
  public boolean isQuiescent() {
    PoolCrew crew = known();
    return crew == null ? super.isQuiescent() : crew.quiet();
  }
}
