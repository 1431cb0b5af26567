package dev.lockjaw.watch.hook;

import dev.lockjaw.watch.event.EventKind;
import dev.lockjaw.watch.event.Layout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A thread's part of the log: its ring, and what keeps it from meeting itself inside a hook. Only
 * the thread itself uses it, except where a method says otherwise.
 *
 * <p>A platform thread keeps its ring until it has ended and another thread needs one. A virtual
 * thread gives its ring back when it holds nothing.
 */
final class WatchedThread {
  private static final ThreadLocal<WatchedThread> CURRENT = new ThreadLocal<>();
  private static final ConcurrentHashMap<Long, WatchedThread> PLATFORM = new ConcurrentHashMap<>();
  private static final AtomicLong HAND_OVERS = new AtomicLong();
  private static final MethodHandle IS_VIRTUAL = isVirtual();

  /** Slots that are kept for a thread's first event and the like. */
  private static final int SPARE = 8;

  /** Set between {@link #enter} and {@link #leave}. */
  private boolean inHook;

  private final WeakReference<Thread> thread;
  final long id;
  final boolean virtual;
  final HeldLocks locks = new HeldLocks(this);
  final OpenCalls calls = new OpenCalls(this);

  /** Stacks of what this thread has written, by a hash of the circumstances. */
  final LongTable seen = new LongTable();

  /** A lock of which another thread has written that this one waits for it, or 0. */
  volatile long waitNoted;

  /** When the thread began I/O that may sleep, with a lock held, in nanoseconds; 0 if it is not. */
  volatile long sleepsSince;

  /** Changes if the thread nests locks anew, or learns what was before. */
  long news;

  private long newsHanded;
  private long handOver;
  private int handOvers;
  private final long[] takenOver = new long[16];

  private int ring = -1;
  private final AtomicBoolean begun = new AtomicBoolean();
  private boolean gap;
  private boolean lost;

  private WatchedThread(Thread thread) {
    this.thread = new WeakReference<>(thread);
    this.id = thread.getId();
    this.virtual = virtual(thread);
  }

  private static MethodHandle isVirtual() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
    } catch (ReflectiveOperationException before21) {
      return null;
    }
  }

  private static boolean virtual(Thread thread) {
    try {
      return IS_VIRTUAL != null && (boolean) IS_VIRTUAL.invokeExact(thread);
    } catch (Throwable impossible) {
      return false;
    }
  }

  /**
   * The calling thread, which now is in a hook; null if it was in one already, or if nothing is
   * recorded yet.
   */
  static WatchedThread enter() {
    WatchedThread me = CURRENT.get();
    if (me == null) {
      if (!WatchLog.isOpen()) {
        return null;
      }
      me = new WatchedThread(Thread.currentThread());
      CURRENT.set(me);
      me.register();
    }
    if (me.inHook) {
      return null;
    }
    me.inHook = true;
    return me;
  }

  void leave() {
    inHook = false;
  }

  /** The thread; null once it is gone. */
  Thread thread() {
    return thread.get();
  }

  private void register() {
    if (!virtual) {
      PLATFORM.put(id, this);
      if (id % 64 == 0) {
        sweep();
      }
    }
  }

  /** The platform threads that have been in a hook. */
  static Iterable<WatchedThread> all() {
    return PLATFORM.values();
  }

  /** The calling thread's stack; under the same circumstances, the one that was kept. Not 0. */
  long stack(long circumstances) {
    long stack = seen.get(circumstances);
    if (stack == 0) {
      stack = WatchStacks.here();
      stack = stack == 0 ? -1 : stack;
      seen.put(circumstances, stack);
    }
    return stack;
  }

  /** Writes an event; counts it as dropped if there is no room. */
  void write(EventKind kind, long object, long detail, long stack) {
    if (ring < 0 && !takeRing()) {
      WatchLog.count(Layout.DROPPED);
      gap = true;
      return;
    }
    if (WatchLog.room(ring) < (gap ? SPARE + 2 * locks.depth() : SPARE)) {
      WatchLog.count(Layout.DROPPED);
      gap = true;
      return;
    }
    begin(this);
    if (gap) {
      gap = false;
      put(EventKind.GAP, 0, 0, 0);
      seen.clear();
      locks.forget();
      calls.forget();
      locks.publish();
    }
    put(kind, object, detail, stack);
  }

  /**
   * The number of the hand-over up to which this thread's steps are over for others; 0 if there are
   * none. A new one is written if there is news. Locks that the thread nests again later could be
   * so at the same time as those of the other thread. So they are written again after the 1st, 2nd,
   * 4th ... hand-over, which keeps the cost small.
   */
  long handOver() {
    if (news != newsHanded) {
      newsHanded = news;
      handOver = HAND_OVERS.incrementAndGet();
      write(EventKind.HANDS_OVER, handOver, 0, 0);
      if (Integer.bitCount(++handOvers) == 1) {
        seen.clear();
      }
    }
    return handOver;
  }

  /** What was before a hand-over is over for this thread. */
  void takeOver(long number) {
    int at = (int) number & takenOver.length - 1;
    if (number != handOver && takenOver[at] != number) {
      takenOver[at] = number;
      news++;
      write(EventKind.TAKES_OVER, number, 0, 0);
    }
  }

  /** Writes a thread's first event, unless it is written. */
  private void begin(WatchedThread other) {
    Thread thread = other.begun.get() ? null : other.thread();
    if (thread != null && other.begun.compareAndSet(false, true)) {
      String name = thread.getName().isEmpty() ? "virtual" : thread.getName();
      long text = WatchLog.text(Layout.TEXT_NAME, name);
      WatchLog.put(ring, other.id, EventKind.THREAD_BEGIN.number(), other.id, 0, text);
    }
  }

  private void put(EventKind kind, long object, long detail, long stack) {
    WatchLog.put(ring, id, kind.number(), object, detail, stack);
  }

  /** Writes an event of another thread to this thread's ring. */
  void writeFor(WatchedThread other, EventKind kind, long object, long detail, long stack) {
    if ((ring >= 0 || takeRing()) && WatchLog.room(ring) > SPARE) {
      begin(other);
      WatchLog.put(ring, other.id, kind.number(), object, detail, stack);
    }
  }

  private boolean takeRing() {
    ring = WatchLog.takeRing(id, (int) (id % WatchLog.RINGS));
    if (ring < 0) {
      sweep();
      ring = WatchLog.takeRing(id, 0);
    }
    if (ring < 0) {
      if (!lost) {
        lost = true;
        WatchLog.count(Layout.THREADS_LOST);
      }
      return false;
    }
    return true;
  }

  /** Frees the rings of threads that have ended. */
  private static void sweep() {
    for (WatchedThread one : PLATFORM.values()) {
      Thread owner = one.thread();
      if ((owner == null || !owner.isAlive()) && PLATFORM.remove(one.id, one) && one.ring >= 0) {
        WatchLog.freeRing(one.ring);
      }
    }
  }

  /** Gives the ring of a virtual thread back, which holds nothing. */
  void rest() {
    if (virtual && ring >= 0 && !gap) {
      WatchLog.freeRing(ring);
      ring = -1;
    }
  }
}
