package dev.lockjaw.woven.calls;

import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Sites;
import dev.lockjaw.woven.Waits;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * An executor whose threads are of a run. It starts one for a task if it has fewer than it may have
 * and none is idle, as the JDK's cached pool does. Only by who has the turn.
 */
final class Pool extends AbstractExecutorService {
  private static final Site EXECUTE = site("hand to an executor");
  private static final Site WORK = site("work of an executor");
  private static final Site SHUTDOWN = site("shut an executor down");

  private final int most;
  private final ThreadFactory threads;
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private int started;
  private int idle;
  private int alive;
  private boolean shutdown;

  Pool(int most, ThreadFactory threads) {
    this.most = most;
    this.threads = threads;
  }

  private static Site site(String what) {
    return Sites.add(-1, Act.Kind.TASK, "Executor", "run", 0, what, "");
  }

  /** The points of the calling thread, which may be the one that opens sessions. */
  private static Points points() {
    Points here = Points.here();
    return here == null ? Here.opening() : here;
  }

  @Override
  public void execute(Runnable task) {
    Points points = points();
    if (points == null) {
      throw new RejectedExecutionException("the run that this executor is of is over");
    }
    points.access(EXECUTE, this, Points.CONTENTS, true);
    if (shutdown) {
      throw new RejectedExecutionException("the executor is shut down");
    }
    tasks.add(task);
    if (idle < tasks.size() && started < most) {
      started++;
      alive++;
      ThreadCalls.start(threads.newThread(this::work), EXECUTE.id());
    }
  }

  private void work() {
    Points points = Points.here();
    try {
      while (true) {
        points.access(WORK, this, Points.CONTENTS, true);
        if (tasks.isEmpty() && !shutdown) {
          idle++;
          Waits.uninterruptibly(
              points,
              WORK,
              "work",
              Waiting.WORK,
              this,
              Points.CONTENTS,
              () -> !tasks.isEmpty() || shutdown);
          idle--;
        }
        Runnable task = tasks.poll();
        if (task == null) {
          return;
        }
        perform(points, task);
      }
    } finally {
      if (points.present()) {
        points.touch(this, Points.CONTENTS, true);
        alive--;
      }
    }
  }

  private static void perform(Points points, Runnable task) {
    try {
      task.run();
    } catch (UncheckedIOException closed) {
      // how a task learns that its session is closed
    } finally {
      if (points.present()) {
        points.touch(task, Points.CONTENTS, true); // it may be a future that somebody waits for
      }
    }
  }

  @Override
  public void shutdown() {
    Points points = points();
    if (points != null) {
      points.access(SHUTDOWN, this, Points.CONTENTS, true);
    }
    shutdown = true;
  }

  @Override
  public List<Runnable> shutdownNow() {
    shutdown();
    List<Runnable> left = new ArrayList<>(tasks);
    tasks.clear();
    return left;
  }

  @Override
  public boolean isShutdown() {
    return shutdown;
  }

  @Override
  public boolean isTerminated() {
    return shutdown && alive == 0 && tasks.isEmpty();
  }

  @Override
  public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
    Points points = Points.here();
    if (points == null) {
      return isTerminated();
    }
    points.access(SHUTDOWN, this, Points.CONTENTS, false);
    return isTerminated()
        || Waits.interruptibly(
            points,
            SHUTDOWN,
            "the end of an executor",
            Waiting.COMPLETION,
            this,
            Points.CONTENTS,
            Math.max(0, unit.toNanos(time)),
            this::isTerminated);
  }
}
