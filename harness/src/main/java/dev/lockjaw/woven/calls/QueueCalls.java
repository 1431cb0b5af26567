package dev.lockjaw.woven.calls;

import dev.lockjaw.mark.Marks;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Waits;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** {@link BlockingQueue}s. */
public final class QueueCalls {
  private QueueCalls() {}

  public static Object take(BlockingQueue<?> self, int site) throws InterruptedException {
    if (self instanceof DelayQueue<?> delays && Points.here() != null) {
      return due(delays, Long.MAX_VALUE, site);
    }
    await(self, site, -1, () -> self.peek() != null);
    return taken(self, self.take());
  }

  /** A delay queue says what its elements are. */
  public static Delayed take(DelayQueue<?> self, int site) throws InterruptedException {
    return (Delayed) take((BlockingQueue<?>) self, site);
  }

  public static Delayed poll(DelayQueue<?> self, long time, TimeUnit unit, int site)
      throws InterruptedException {
    return (Delayed) poll((BlockingQueue<?>) self, time, unit, site);
  }

  public static Object takeFirst(BlockingDeque<?> self, int site) throws InterruptedException {
    await(self, site, -1, () -> self.peek() != null);
    return taken(self, self.takeFirst());
  }

  public static Object takeLast(BlockingDeque<?> self, int site) throws InterruptedException {
    await(self, site, -1, () -> self.peek() != null);
    return taken(self, self.takeLast());
  }

  public static Object poll(BlockingQueue<?> self, long time, TimeUnit unit, int site)
      throws InterruptedException {
    Points points = Points.here();
    if (points == null || !isJdks(self)) {
      return taken(self, self.poll(time, unit));
    }
    if (self instanceof DelayQueue<?> delays) {
      return due(delays, points.in(Math.max(0, unit.toNanos(time))), site);
    }
    awaitElement(points, self, unit.toNanos(time), site);
    return self.poll();
  }

  public static Object pollFirst(BlockingDeque<?> self, long time, TimeUnit unit, int site)
      throws InterruptedException {
    Points points = Points.here();
    if (points == null || !isJdks(self)) {
      return taken(self, self.pollFirst(time, unit));
    }
    awaitElement(points, self, unit.toNanos(time), site);
    return self.pollFirst();
  }

  public static Object pollLast(BlockingDeque<?> self, long time, TimeUnit unit, int site)
      throws InterruptedException {
    Points points = Points.here();
    if (points == null || !isJdks(self)) {
      return taken(self, self.pollLast(time, unit));
    }
    awaitElement(points, self, unit.toNanos(time), site);
    return self.pollLast();
  }

  public static void put(BlockingQueue<Object> self, Object element, int site)
      throws InterruptedException {
    await(self, site, -1, () -> self.remainingCapacity() > 0);
    self.put(element);
  }

  public static void putFirst(BlockingDeque<Object> self, Object element, int site)
      throws InterruptedException {
    await(self, site, -1, () -> self.remainingCapacity() > 0);
    self.putFirst(element);
  }

  public static void putLast(BlockingDeque<Object> self, Object element, int site)
      throws InterruptedException {
    await(self, site, -1, () -> self.remainingCapacity() > 0);
    self.putLast(element);
  }

  public static boolean offer(
      BlockingQueue<Object> self, Object element, long time, TimeUnit unit, int site)
      throws InterruptedException {
    return awaitRoom(self, time, unit, site)
        ? self.offer(element)
        : self.offer(element, time, unit);
  }

  public static boolean offerFirst(
      BlockingDeque<Object> self, Object element, long time, TimeUnit unit, int site)
      throws InterruptedException {
    return awaitRoom(self, time, unit, site)
        ? self.offerFirst(element)
        : self.offerFirst(element, time, unit);
  }

  public static boolean offerLast(
      BlockingDeque<Object> self, Object element, long time, TimeUnit unit, int site)
      throws InterruptedException {
    return awaitRoom(self, time, unit, site)
        ? self.offerLast(element)
        : self.offerLast(element, time, unit);
  }

  /** Whether the wait for room was one of a run; it may have timed out. */
  private static boolean awaitRoom(BlockingQueue<?> self, long time, TimeUnit unit, int site)
      throws InterruptedException {
    return await(self, site, Math.max(0, unit.toNanos(time)), () -> self.remainingCapacity() > 0);
  }

  private static boolean await(BlockingQueue<?> queue, int id, long nanos, BooleanSupplier ready)
      throws InterruptedException {
    Points points = Points.here();
    if (points == null) {
      return false;
    }
    if (!isJdks(queue)) {
      points.orders(queue);
      return false;
    }
    Site site = Here.site(id);
    points.access(site, queue, Points.CONTENTS, true);
    if (!ready.getAsBoolean()) {
      Waits.interruptibly(
          points, site, Names.of(site, queue), Waiting.WORK, queue, Points.CONTENTS, nanos, ready);
    }
    return true;
  }

  /** As a thread that looks for work now and then does, which may be the next moment. */
  private static void awaitElement(Points points, BlockingQueue<?> queue, long nanos, int id)
      throws InterruptedException {
    Site site = Here.site(id);
    points.access(site, queue, Points.CONTENTS, true);
    if (queue.peek() == null && nanos > 0) {
      points.until(
          wait(site, queue), points.in(nanos), points.nap(nanos), () -> queue.peek() != null);
    }
  }

  private static Points.Wait wait(Site site, BlockingQueue<?> queue) {
    String name = Names.of(site, queue);
    return new Points.Wait(
        site, "waits for " + name, name, Waiting.WORK, queue, Points.CONTENTS, null, true);
  }

  /** The element whose delay is over first; null if none is over in time. */
  private static Object due(DelayQueue<? extends Delayed> queue, long end, int id)
      throws InterruptedException {
    Points points = Points.here();
    Site site = Here.site(id);
    while (true) {
      points.access(site, queue, Points.CONTENTS, true);
      Delayed first = queue.peek();
      long delay = first == null ? Long.MAX_VALUE : first.getDelay(TimeUnit.NANOSECONDS);
      if (delay <= 0) {
        return queue.poll();
      }
      if (points.clock() >= end) {
        return null;
      }
      points.until(
          wait(site, queue),
          Math.min(end, points.in(delay)),
          new Points.Delay(() -> false, () -> false),
          () -> queue.peek() != first);
    }
  }

  /** Whether a queue waits as one of the JDK does, and not as a run does, or as a user's own. */
  private static boolean isJdks(BlockingQueue<?> queue) {
    Class<?> type = queue.getClass();
    while (!type.getName().startsWith("java.") && !Marks.ours(type.getName())) {
      type = type.getSuperclass();
    }
    return type.getName().startsWith("java.") && BlockingQueue.class.isAssignableFrom(type);
  }

  private static Object taken(BlockingQueue<?> queue, Object element) {
    Points points = Points.here();
    if (points != null && !isJdks(queue)) {
      points.orders(queue);
    }
    return element;
  }
}
