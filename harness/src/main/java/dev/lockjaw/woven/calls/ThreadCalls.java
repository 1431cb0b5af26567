package dev.lockjaw.woven.calls;

import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Waits;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * {@link Thread}s. One that woven code starts is never started: what it would do is done by a
 * thread of the run, which it stands for.
 */
public final class ThreadCalls {
  private ThreadCalls() {}

  /** How far a thread has got in a run. */
  private static final class Life {
    boolean daemon;
    boolean started;
    boolean over;
  }

  /** What {@link LockSupport#unpark} leaves. */
  private static final class Permit {
    boolean there;
  }

  public static void start(Thread self, int id) {
    Points points = Points.here();
    if (points == null) {
      self.start();
      return;
    }
    Site site = Here.site(id);
    points.access(site, self, Points.CONTENTS, true);
    Life life = life(points, self);
    if (life.started) {
      throw new IllegalThreadStateException();
    }
    life.started = true;
    if (!Bodies.virtual(self)) {
      self.setDaemon(life.daemon); // and not as the worker that has made it
    }
    points.start(self, () -> live(self));
  }

  private static void live(Thread self) {
    Points points = Points.here();
    try {
      Bodies.run(points, self);
    } catch (RuntimeException | Error thrown) {
      Thread.UncaughtExceptionHandler handler = self.getUncaughtExceptionHandler();
      if (handler == null || handler instanceof ThreadGroup || !points.present()) {
        throw thrown;
      }
      handler.uncaughtException(self, thrown);
    } finally {
      if (points.present()) {
        points.touch(self, Points.CONTENTS, true);
        life(points, self).over = true;
      }
    }
  }

  /** A thread is no daemon unless it is made one: the scenario's threads are none. */
  public static void setDaemon(Thread self, boolean on, int site) {
    self.setDaemon(on);
    Points points = Points.here();
    if (points != null) {
      life(points, self).daemon = on;
    }
  }

  public static boolean isDaemon(Thread self, int site) {
    Points points = Points.here();
    return points == null || Bodies.virtual(self) ? self.isDaemon() : life(points, self).daemon;
  }

  private static Life life(Points points, Thread thread) {
    return points.beside(thread, Life.class, Life::new);
  }

  @Of(Thread.class)
  public static Thread currentThread(int site) {
    Points points = Points.here();
    return points == null ? Thread.currentThread() : points.thread();
  }

  public static void join(Thread self, int site) throws InterruptedException {
    join(self, 0, site);
  }

  public static void join(Thread self, long millis, int id) throws InterruptedException {
    Points points = Points.here();
    Life life = points == null ? null : life(points, self);
    if (life == null || !life.started) {
      self.join(millis);
      return;
    }
    Site site = Here.site(id);
    points.access(site, self, Points.CONTENTS, false);
    if (!life.over) {
      Waits.interruptibly(
          points,
          site,
          "the end of " + self.getName(),
          Waiting.COMPLETION,
          self,
          Points.CONTENTS,
          millis == 0 ? -1 : TimeUnit.MILLISECONDS.toNanos(millis),
          () -> life.over);
    }
  }

  public static boolean join(Thread self, Duration time, int site) throws InterruptedException {
    join(self, Math.max(1, time.toMillis()), site);
    return !isAlive(self, site);
  }

  public static Thread.State getState(Thread self, int id) {
    Points points = Points.here();
    Life life = points == null ? null : life(points, self);
    if (life == null || !life.started) {
      return self.getState();
    }
    points.access(Here.site(id), self, Points.CONTENTS, false);
    return life.over ? Thread.State.TERMINATED : Thread.State.RUNNABLE;
  }

  public static boolean isAlive(Thread self, int id) {
    Points points = Points.here();
    Life life = points == null ? null : life(points, self);
    if (life == null || !life.started) {
      return self.isAlive();
    }
    points.access(Here.site(id), self, Points.CONTENTS, false);
    return !life.over;
  }

  public static void interrupt(Thread self, int id) {
    Points points = Points.here();
    if (points == null) {
      self.interrupt();
    } else {
      points.access(Here.site(id), self, Points.CONTENTS, true);
      points.interrupt(self);
    }
  }

  public static boolean isInterrupted(Thread self, int id) {
    Points points = Points.here();
    if (points == null) {
      return self.isInterrupted();
    }
    points.access(Here.site(id), self, Points.CONTENTS, false);
    return points.interrupted(self, false);
  }

  @Of(Thread.class)
  public static boolean interrupted(int id) {
    Points points = Points.here();
    return points == null ? Thread.interrupted() : points.interrupted(currentThread(id), true);
  }

  @Of(Thread.class)
  public static void yield(int site) {
    giveWay(site);
  }

  @Of(Thread.class)
  public static void onSpinWait(int site) {
    giveWay(site);
  }

  private static void giveWay(int site) {
    Points points = Points.here();
    if (points == null) {
      Thread.yield();
    } else {
      points.giveWay(Here.site(site));
    }
  }

  @Of(Thread.class)
  public static void sleep(long millis, int id) throws InterruptedException {
    if (!slept(TimeUnit.MILLISECONDS.toNanos(Math.max(0, millis)), id)) {
      Thread.sleep(millis);
    }
  }

  @Of(Thread.class)
  public static void sleep(long millis, int nanos, int site) throws InterruptedException {
    sleep(nanos > 0 ? millis + 1 : millis, site);
  }

  @Of(Thread.class)
  public static void sleep(Duration time, int site) throws InterruptedException {
    if (!slept(TimeUnit.NANOSECONDS.convert(time), site)) {
      TimeUnit.NANOSECONDS.sleep(TimeUnit.NANOSECONDS.convert(time));
    }
  }

  public static void sleep(TimeUnit self, long time, int site) throws InterruptedException {
    if (!slept(self.toNanos(Math.max(0, time)), site)) {
      self.sleep(time);
    }
  }

  private static boolean slept(long nanos, int id) throws InterruptedException {
    Points points = Points.here();
    if (points == null) {
      return false;
    }
    Points.Wait wait =
        new Points.Wait(
            Here.site(id),
            "sleeps",
            "sleep",
            Waiting.COMPLETION,
            points.me(),
            Points.CONTENTS,
            null,
            true);
    if (nanos <= 0) {
      points.giveWay(Here.site(id));
    } else {
      points.until(wait, points.in(nanos), points.nap(nanos), () -> false);
    }
    return true;
  }

  // ---- LockSupport ----

  @Of(LockSupport.class)
  public static void park(int site) {
    park(-1, site);
  }

  @Of(LockSupport.class)
  public static void park(Object blocker, int site) {
    park(-1, site);
  }

  @Of(LockSupport.class)
  public static void parkNanos(long nanos, int site) {
    park(Math.max(0, nanos), site);
  }

  @Of(LockSupport.class)
  public static void parkNanos(Object blocker, long nanos, int site) {
    park(Math.max(0, nanos), site);
  }

  @Of(LockSupport.class)
  public static void parkUntil(long millis, int site) {
    parkUntil(null, millis, site);
  }

  @Of(LockSupport.class)
  public static void parkUntil(Object blocker, long millis, int site) {
    Points points = Points.here();
    if (points == null) {
      LockSupport.parkUntil(millis);
    } else {
      parkNanos(TimeUnit.MILLISECONDS.toNanos(millis - TimeOfDay.millis(points)), site);
    }
  }

  private static void park(long nanos, int id) {
    Points points = Points.here();
    if (points == null) {
      if (nanos < 0) {
        LockSupport.park();
      } else {
        LockSupport.parkNanos(nanos);
      }
      return;
    }
    Site site = Here.site(id);
    Thread self = currentThread(id);
    points.access(site, self, Points.CONTENTS, true);
    Permit permit = points.beside(self, Permit.class, Permit::new);
    if (!permit.there && !points.interrupted(self, false)) {
      try {
        Waits.interruptibly(
            points,
            site,
            "being unparked",
            Waiting.COMPLETION,
            self,
            Points.CONTENTS,
            nanos,
            () -> permit.there);
      } catch (InterruptedException woken) {
        points.interrupt(self); // it returns, and stays interrupted
      }
    }
    permit.there = false;
  }

  @Of(LockSupport.class)
  public static void unpark(Thread thread, int id) {
    Points points = Points.here();
    if (points != null && thread != null) {
      points.access(Here.site(id), thread, Points.CONTENTS, true);
      points.beside(thread, Permit.class, Permit::new).there = true;
    }
    LockSupport.unpark(thread);
  }
}
