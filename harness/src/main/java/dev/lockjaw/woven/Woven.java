package dev.lockjaw.woven;

import dev.lockjaw.arena.Abandoned;
import dev.lockjaw.arena.Guard;
import dev.lockjaw.sync.Waiting;

/** What woven code calls. On a thread that belongs to no run, each of these does nothing. */
public final class Woven {
  /** Stands for the object of a static field. */
  static final Object STATIC = new Object();

  private Woven() {}

  // ---- fields ----

  public static void read(Object owner, int site) {
    access(owner, site, false);
  }

  public static void write(Object owner, int site) {
    access(owner, site, true);
  }

  public static void readStatic(int site) {
    access(STATIC, site, false);
  }

  public static void writeStatic(int site) {
    access(STATIC, site, true);
  }

  private static void access(Object owner, int id, boolean write) {
    Points points = Points.here();
    if (points != null && owner != null) {
      Site site = Sites.of(id);
      points.access(site, owner, site.place(), write);
    }
  }

  // ---- loops ----

  /** A jump back is next: there, a thread that spins leaves a run that is over. */
  public static void loops() {
    if (Here.spinning()) {
      Points points = Points.here();
      if (points != null && points.unwound()) {
        throw Abandoned.INSTANCE;
      }
    }
  }

  // ---- handlers ----

  /**
   * Woven code has caught an error. If a run has thrown it to be left, it is thrown again: the
   * handlers of a library would log it, hundreds of times. Not where the thread holds a lock, which
   * the handler may give back.
   */
  public static void caught(Throwable error) {
    if (error instanceof Abandoned && Here.leaves()) {
      throw Abandoned.INSTANCE;
    }
  }

  // ---- values of what was read, or will be written ----

  public static void value(boolean value) {
    if (Here.recording()) {
      add(String.valueOf(value));
    }
  }

  public static void value(int value) {
    if (Here.recording()) {
      add(String.valueOf(value));
    }
  }

  public static void value(long value) {
    if (Here.recording()) {
      add(String.valueOf(value));
    }
  }

  public static void value(float value) {
    if (Here.recording()) {
      add(String.valueOf(value));
    }
  }

  public static void value(double value) {
    if (Here.recording()) {
      add(String.valueOf(value));
    }
  }

  public static void value(Object value) {
    if (Here.recording()) {
      add(Texts.of(value));
      if (value == null) {
        isNull();
      }
    }
  }

  private static void isNull() {
    Points points = Points.here();
    if (points != null && points.recording()) {
      points.isNull();
    }
  }

  private static void add(String value) {
    Points points = Points.here();
    if (points != null && points.recording()) {
      points.add(" = " + value);
    }
  }

  // ---- arrays ----

  public static void load(Object array, int index, int site) {
    element(array, index, site, false);
  }

  public static void store(Object array, int index, int site) {
    element(array, index, site, true);
  }

  private static void element(Object array, int index, int id, boolean write) {
    Points points = Points.here();
    if (points != null && array != null) {
      points.element(Sites.of(id), array, index, write);
      if (points.recording()) {
        points.add("[" + index + "]");
      }
    }
  }

  // ---- calls of what is not woven ----

  public static void reads(Object receiver, int site) {
    call(receiver, site, false);
  }

  public static void writes(Object receiver, int site) {
    call(receiver, site, true);
  }

  private static void call(Object receiver, int id, boolean write) {
    Points points = Points.here();
    if (points != null && receiver != null && !Here.own(receiver)) {
      Site site = Sites.of(id);
      if (Here.lock(receiver)) {
        points.asks(receiver, Points.CONTENTS, Texts.lock(site, receiver));
      }
      points.access(site, receiver, Points.CONTENTS, write);
      if (site.lingers()) {
        points.enters(site, receiver);
      }
    }
  }

  /** A call looks into something that it is given. */
  public static void readsArgument(Object argument, int site) {
    call(argument, site, false);
  }

  /** A call may change something that it is given. */
  public static void writesArgument(Object argument, int site) {
    call(argument, site, true);
  }

  /** A call goes into Lockjaw with something, made on it or given it. */
  public static void passes(Object given, int site) {
    Points points = Points.here();
    if (points != null && given != null) {
      Site at = Sites.of(site);
      boolean receiver = Here.own(given);
      if (!receiver) {
        points.access(at, given, Points.CONTENTS, true);
      }
      points.passes(given, receiver);
      if (at.lingers()) {
        points.enters(at, given);
      }
    }
  }

  /** A call that may touch anything, its receiver above all. */
  public static void touches(Object receiver, int site) {
    Points points = Points.here();
    if (points != null && !(receiver != null && Here.own(receiver))) {
      if (receiver != null) {
        points.access(Sites.of(site), receiver, Points.CONTENTS, true);
      }
      points.touchAll();
      Site at = Sites.of(site);
      if (at.lingers()) {
        points.enters(at, receiver);
      }
    }
  }

  /** A call accesses its receiver, which is of no account to the exploration. */
  public static void data(Object receiver, int site) {
    Points points = Points.here();
    if (points != null && receiver != null) {
      points.data(Sites.of(site), receiver);
    }
  }

  /** A call that does nothing to its receiver, which may be code that is not woven. */
  public static void calls(Object receiver, int site) {
    Points points = Points.here();
    if (points != null && receiver != null) {
      points.enters(Sites.of(site), receiver);
    }
  }

  /** A call has returned that may have called back or waited. */
  public static void left(int site) {
    Points points = Points.here();
    if (points != null) {
      points.leaves(Sites.of(site));
    }
  }

  /** A call that may touch anything and has no receiver. */
  public static void touches(int site) {
    touches(null, site);
  }

  /** A view was made of an object. */
  public static <T> T view(T view, Object of) {
    Points points = Points.here();
    if (points != null && view != null && of != null) {
      points.view(view, of);
    }
    return view;
  }

  // ---- monitors ----

  /** Before a monitor is entered. */
  public static void enter(Object on, int id) {
    Points points = Points.here();
    if (points == null || on == null) {
      return;
    }
    Site site = Sites.of(id);
    Monitor monitor = Monitor.of(points, on);
    points.access(site, on, Points.MONITOR, true);
    if (monitor.owner == points.me()) {
      monitor.depth++;
      points.changesNothing();
      return;
    }
    String name = Texts.monitor(site, on);
    if (monitor.owner != null) {
      Waits.uninterruptibly(
          points, site, name, Waiting.LOCK, on, Points.MONITOR, () -> monitor.owner == null);
    }
    monitor.take(points, 1);
    points.took(site, on, Points.MONITOR, name, Guard.ALONE);
  }

  /** Before a monitor is left. Throws nothing, as javac's handlers would loop. */
  public static void exit(Object on, int id) {
    Points points = Points.here();
    if (points == null || on == null || !points.present()) {
      return;
    }
    Monitor monitor = Monitor.of(points, on);
    if (monitor.owner == points.me() && --monitor.depth == 0) {
      monitor.owner = null;
      points.gave(Sites.of(id), on, Points.MONITOR, Guard.ALONE);
    }
  }

  // ---- wait and notify ----

  /** In place of {@link Object#wait(long)}. */
  public static void await(Object on, long millis, int id) throws InterruptedException {
    Points points = Points.here();
    Monitor monitor = points == null ? null : Monitor.of(points, on);
    if (monitor == null || monitor.owner != points.me() || millis < 0) {
      on.wait(millis);
      return;
    }
    Site site = Sites.of(id);
    int depth = monitor.depth;
    Monitor.Waiter me = new Monitor.Waiter();
    monitor.waiters.add(me);
    monitor.owner = null;
    monitor.depth = 0;
    points.gave(site, on, Points.MONITOR, Guard.ALONE);
    String name = Texts.monitored(site, on);
    try {
      points.await(
          new Points.Wait(
              site,
              "waits to be notified on " + name,
              name,
              Waiting.COMPLETION,
              on,
              Points.MONITOR,
              on,
              true),
          millis == 0 ? -1 : millis * 1_000_000,
          () -> me.notified,
          () -> monitor.owner == null);
    } finally {
      monitor.waiters.remove(me);
      if (points.present()) {
        monitor.take(points, depth);
        points.took(site, on, Points.MONITOR, Texts.monitor(site, on), Guard.ALONE);
      }
    }
  }

  /** In place of {@link Object#notify} and {@link Object#notifyAll}. */
  public static void wake(Object on, int id, boolean all) {
    Points points = Points.here();
    if (points != null && Thread.holdsLock(on)) {
      points.access(Sites.of(id), on, Points.MONITOR, true);
      Monitor monitor = Monitor.of(points, on);
      do {
        Monitor.Waiter first = monitor.waiters.poll();
        if (first == null) {
          break;
        }
        first.notified = true;
      } while (all);
    }
    if (all) {
      on.notifyAll();
    } else {
      on.notify();
    }
  }

  // ---- classes ----

  public static void initialises() {
    Points points = Points.here();
    if (points != null) {
      points.quiet(true);
    }
  }

  public static void initialised() {
    Points points = Points.here();
    if (points != null) {
      points.quiet(false);
    }
  }
}
