package dev.lockjaw.woven.pools;

import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Waits;
import dev.lockjaw.woven.calls.Of;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/** {@link ForkJoinTask}s, which run on threads of the run. */
public final class ForkCalls {
  private ForkCalls() {}

  @Of(ForkJoinPool.class)
  public static ForkJoinPool commonPool(int site) {
    return Points.here() == null ? ForkJoinPool.commonPool() : WovenForkJoinPool.COMMON;
  }

  public static ForkJoinTask<?> fork(ForkJoinTask<?> self, int site) {
    return Points.here() == null ? self.fork() : WovenForkJoinPool.COMMON.submit(self);
  }

  public static Object join(ForkJoinTask<?> self, int site) {
    return join(self, site, self);
  }

  static <T> T join(ForkJoinTask<?> self, int site, ForkJoinTask<T> typed) {
    await(self, site);
    return typed.join();
  }

  @Of(ForkJoinTask.class)
  public static void invokeAll(ForkJoinTask<?> one, ForkJoinTask<?> other, int site) {
    if (Points.here() == null) {
      ForkJoinTask.invokeAll(one, other);
    } else {
      fork(other, site);
      one.invoke();
      join(other, site);
    }
  }

  /** What a thread of the pool does with a task. Its exception is for the one that joins it. */
  static void perform(ForkJoinTask<?> task) {
    task.quietlyInvoke();
    Points points = Points.here();
    if (points != null) {
      points.access(WovenTask.DONE, task, Points.CONTENTS, true);
    }
  }

  static void await(ForkJoinTask<?> task, int id) {
    Points points = Points.here();
    if (points == null) {
      return;
    }
    Site site = Here.site(id);
    points.access(site, task, Points.CONTENTS, false);
    if (!task.isDone()) {
      Waits.uninterruptibly(
          points, site, "a task", Waiting.COMPLETION, task, Points.CONTENTS, task::isDone);
    }
  }
}
