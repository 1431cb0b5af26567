package dev.lockjaw.woven.calls;

import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** {@link Condition}s. The longest waiter is signalled first, as the JDK's conditions do. */
public final class ConditionCalls {
  private ConditionCalls() {}

  /** A thread that waits. */
  private static final class Waiter {
    boolean signalled;
  }

  /** The threads that wait, in a run. */
  private static final class Waiters {
    final Queue<Waiter> all = new ArrayDeque<>(2);
  }

  public static void await(Condition self, int site) throws InterruptedException {
    if (Points.here() != null && self instanceof WovenCondition condition) {
      await(condition, site, -1, true);
    } else {
      orders(self);
      self.await();
      orders(self);
    }
  }

  public static void awaitUninterruptibly(Condition self, int site) {
    if (Points.here() != null && self instanceof WovenCondition condition) {
      try {
        await(condition, site, -1, false);
      } catch (InterruptedException impossible) {
        throw new IllegalStateException(impossible);
      }
    } else {
      orders(self);
      self.awaitUninterruptibly();
      orders(self);
    }
  }

  public static long awaitNanos(Condition self, long nanos, int site) throws InterruptedException {
    Points points = Points.here();
    if (points != null && self instanceof WovenCondition condition) {
      long deadline = points.nanoTime() + Math.max(0, nanos);
      await(condition, site, Math.max(0, nanos), true);
      return deadline - points.nanoTime();
    }
    orders(self);
    long left = self.awaitNanos(nanos);
    orders(self);
    return left;
  }

  public static boolean await(Condition self, long time, TimeUnit unit, int site)
      throws InterruptedException {
    if (Points.here() != null && self instanceof WovenCondition condition) {
      return await(condition, site, Math.max(0, unit.toNanos(time)), true);
    }
    orders(self);
    boolean signalled = self.await(time, unit);
    orders(self);
    return signalled;
  }

  /** Before and after a wait gives back a lock that the run does not see given back. */
  private static void orders(Condition unknown) {
    Points points = Points.here();
    if (points != null) {
      points.orders(unknown);
    }
  }

  public static boolean awaitUntil(Condition self, Date deadline, int site)
      throws InterruptedException {
    Points points = Points.here();
    if (points != null && self instanceof WovenCondition condition) {
      long millis = deadline.getTime() - TimeOfDay.millis(points);
      return await(condition, site, TimeUnit.MILLISECONDS.toNanos(Math.max(0, millis)), true);
    }
    return self.awaitUntil(deadline);
  }

  private static boolean await(WovenCondition condition, int id, long nanos, boolean interruptible)
      throws InterruptedException {
    Points points = Points.here();
    int holds = condition.holds().getAsInt();
    if (holds == 0) {
      condition.real().await(); // throws what it throws there
      return true;
    }
    Site site = Here.site(id);
    Guarded lock = Guarded.of(condition.lock());
    Waiters waiters = waiters(points, condition);
    Waiter me = new Waiter();
    waiters.all.add(me);
    for (int i = 0; i < holds; i++) {
      condition.lock().unlock();
      points.gave(site, lock.lock(), lock.part(), lock.hold());
    }
    String signal = "a signal of " + Names.of(site, condition.real());
    try {
      return points.await(
          new Points.Wait(
              site,
              "waits for " + signal,
              signal,
              Waiting.COMPLETION,
              lock.lock(),
              lock.part(),
              null,
              interruptible),
          nanos,
          () -> me.signalled,
          () -> !condition.locked().getAsBoolean());
    } finally {
      waiters.all.remove(me);
      for (int i = 0; i < holds && points.present(); i++) { // else another may still have it
        condition.lock().lock();
        LockCalls.took(points, site, lock);
      }
    }
  }

  public static void signal(Condition self, int site) {
    Points points = Points.here();
    if (points == null || !(self instanceof WovenCondition condition)) {
      self.signal();
      return;
    }
    points.access(Here.site(site), condition.lock(), Points.CONTENTS, true);
    self.signal(); // throws if the lock is not held, and wakes threads that the run does not know
    Waiter first = waiters(points, condition).all.poll();
    if (first != null) {
      first.signalled = true;
    }
  }

  public static void signalAll(Condition self, int site) {
    Points points = Points.here();
    if (points == null || !(self instanceof WovenCondition condition)) {
      self.signalAll();
      return;
    }
    points.access(Here.site(site), condition.lock(), Points.CONTENTS, true);
    self.signalAll();
    Waiters waiters = waiters(points, condition);
    waiters.all.forEach(waiter -> waiter.signalled = true);
    waiters.all.clear();
  }

  private static Waiters waiters(Points points, WovenCondition condition) {
    return points.beside(condition, Waiters.class, Waiters::new);
  }
}
