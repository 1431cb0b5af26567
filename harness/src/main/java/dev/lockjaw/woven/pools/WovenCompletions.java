package dev.lockjaw.woven.pools;

import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Sites;
import dev.lockjaw.woven.Waits;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A completion service whose waits are a run's. */
public class WovenCompletions<T> extends ExecutorCompletionService<T> {
  private static final Site DONE =
      Sites.add(-1, Act.Kind.TASK, "CompletionService", "submit", 0, "queue a task as done", "");
  private static final Site TAKE =
      Sites.add(-1, Act.Kind.TASK, "CompletionService", "take", 0, "take a task that is done", "");

  private final Executor executor;
  private final BlockingQueue<Future<T>> done;

  public WovenCompletions(Executor executor) {
    this(executor, new LinkedBlockingQueue<>());
  }

  public WovenCompletions(Executor executor, BlockingQueue<Future<T>> done) {
    super(executor, done);
    this.executor = executor;
    this.done = done;
  }

  @Override
  public Future<T> submit(Callable<T> task) {
    WovenTask<T> future =
        new WovenTask<>(Objects.requireNonNull(task)) {
          @Override
          protected void done() {
            access(DONE);
            done.add(this);
          }
        };
    executor.execute(future);
    return future;
  }

  @Override
  public Future<T> submit(Runnable task, T value) {
    return submit(Executors.callable(task, value));
  }

  @Override
  public Future<T> take() throws InterruptedException {
    return Points.here() == null ? super.take() : next(-1);
  }

  @Override
  public Future<T> poll() {
    access(TAKE);
    return super.poll();
  }

  @Override
  public Future<T> poll(long time, TimeUnit unit) throws InterruptedException {
    return Points.here() == null ? super.poll(time, unit) : next(Math.max(0, unit.toNanos(time)));
  }

  /**
   * The next task that is done; null if none is in time.
   *
   * @param nanos the longest wait by the run's clock; negative for no limit
   */
  Future<T> next(long nanos) throws InterruptedException {
    access(TAKE);
    if (done.isEmpty()) {
      Waits.interruptibly(
          Points.here(),
          TAKE,
          "a task that is done",
          Waiting.COMPLETION,
          done,
          Points.CONTENTS,
          nanos,
          () -> !done.isEmpty());
    }
    return done.poll();
  }

  private void access(Site site) {
    Points points = Points.here();
    if (points != null) {
      points.access(site, done, Points.CONTENTS, true);
    }
  }
}
