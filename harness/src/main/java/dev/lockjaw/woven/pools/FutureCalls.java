package dev.lockjaw.woven.pools;

import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Waits;
import dev.lockjaw.woven.calls.Names;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@link Future}s. */
public final class FutureCalls {
  private FutureCalls() {}

  public static Object get(Future<?> self, int site)
      throws InterruptedException, ExecutionException {
    await(self, site, -1, true);
    return self.get();
  }

  public static Object get(Future<?> self, long time, TimeUnit unit, int site)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (Points.here() == null) {
      return self.get(time, unit);
    }
    if (!await(self, site, Math.max(0, unit.toNanos(time)), true)) {
      throw new TimeoutException();
    }
    return self.get();
  }

  public static Object join(CompletableFuture<?> self, int site) {
    try {
      await(self, site, -1, false);
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
    return self.join();
  }

  static boolean await(Future<?> future, int id, long nanos, boolean interruptible)
      throws InterruptedException {
    Points points = Points.here();
    if (points == null) {
      return true;
    }
    Site site = Here.site(id);
    points.access(site, future, Points.CONTENTS, false);
    if (future.isDone()) {
      return true;
    }
    String name = Names.of(site, future);
    if (!interruptible) {
      Waits.uninterruptibly(
          points, site, name, Waiting.COMPLETION, future, Points.CONTENTS, future::isDone);
      return true;
    }
    return Waits.interruptibly(
        points, site, name, Waiting.COMPLETION, future, Points.CONTENTS, nanos, future::isDone);
  }
}
