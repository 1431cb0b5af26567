package dev.lockjaw.woven.calls;

import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Waits;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** {@link BlockingQueue}s. */
public final class QueueCalls {
  private QueueCalls() {}

  public static Object take(BlockingQueue<?> self, int site) throws InterruptedException {
    await(self, site, -1, () -> self.peek() != null);
    return self.take();
  }

  public static Object takeFirst(BlockingDeque<?> self, int site) throws InterruptedException {
    await(self, site, -1, () -> self.peek() != null);
    return self.takeFirst();
  }

  public static Object takeLast(BlockingDeque<?> self, int site) throws InterruptedException {
    await(self, site, -1, () -> self.peek() != null);
    return self.takeLast();
  }

  public static Object poll(BlockingQueue<?> self, long time, TimeUnit unit, int site)
      throws InterruptedException {
    if (Points.here() == null) {
      return self.poll(time, unit);
    }
    await(self, site, Math.max(0, unit.toNanos(time)), () -> self.peek() != null);
    return self.poll();
  }

  public static void put(BlockingQueue<Object> self, Object element, int site)
      throws InterruptedException {
    await(self, site, -1, () -> self.remainingCapacity() > 0);
    self.put(element);
  }

  public static boolean offer(
      BlockingQueue<Object> self, Object element, long time, TimeUnit unit, int site)
      throws InterruptedException {
    if (Points.here() == null) {
      return self.offer(element, time, unit);
    }
    await(self, site, Math.max(0, unit.toNanos(time)), () -> self.remainingCapacity() > 0);
    return self.offer(element);
  }

  private static void await(BlockingQueue<?> queue, int id, long nanos, BooleanSupplier ready)
      throws InterruptedException {
    Points points = Points.here();
    if (points == null || !queue.getClass().getName().startsWith("java.")) {
      return;
    }
    Site site = Here.site(id);
    points.access(site, queue, Points.CONTENTS, true);
    if (!ready.getAsBoolean()) {
      Waits.interruptibly(
          points, site, Names.of(site, queue), Waiting.WORK, queue, Points.CONTENTS, nanos, ready);
    }
  }
}
