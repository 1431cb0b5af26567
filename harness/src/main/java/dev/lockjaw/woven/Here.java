package dev.lockjaw.woven;

import dev.lockjaw.arena.ActorThread;
import dev.lockjaw.arena.Role;
import dev.lockjaw.mark.Marks;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.BooleanSupplier;

/** Where the calling thread stands. */
public final class Here {
  private static final AtomicInteger RECORDINGS = new AtomicInteger();
  private static volatile boolean recording;
  private static volatile boolean spinning;
  private static final ThreadLocal<Points> OPENING = new ThreadLocal<>();

  /** Set while a run asks a condition of woven code on the thread. */
  private static final ThreadLocal<BooleanSupplier> ASKED = new ThreadLocal<>();

  private static volatile boolean asking;
  private static final ClassValue<Boolean> OWN =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return Marks.ours(type.getName()) && !StandIn.class.isAssignableFrom(type);
        }
      };

  /** A role whose thread woven code meets. */
  public interface Holder {
    /** Null while the run has no woven code. */
    Points points();

    /** Whether the run is over and the thread holds no lock, so that it may leave at once. */
    boolean leaves();
  }

  /** A role whose thread runs free, and only takes a little time here and there. */
  public interface Delayed {
    /** The thread is at a point of woven code. Throws nothing. */
    void delay();
  }

  private Here() {}

  static Points points() {
    if (asking && ASKED.get() != null) {
      return null;
    }
    if (Thread.currentThread() instanceof ActorThread thread) {
      Role role = thread.role();
      if (role instanceof Holder holder) {
        return holder.points();
      }
      if (role instanceof Delayed free) {
        free.delay();
      }
      return null;
    }
    Points opening = OPENING.get();
    if (opening == null) {
      OutsideThreads.meet();
    }
    return opening;
  }

  /** See {@link Holder#leaves}. */
  static boolean leaves() {
    return Thread.currentThread() instanceof ActorThread thread
        && thread.role() instanceof Holder holder
        && holder.leaves();
  }

  /** The points of the calling thread if it opens sessions for a run; else null. */
  public static Points opening() {
    return OPENING.get();
  }

  /** Says that the calling thread opens sessions for a run, or with null, that it is done. */
  public static void opens(Points points) {
    if (points == null) {
      OPENING.remove();
    } else {
      OPENING.set(points);
    }
  }

  /**
   * Asks, on whatever thread, a condition that is woven code and that a run needs to know before it
   * chooses the next step. No point lies in it.
   */
  public static boolean ask(BooleanSupplier condition) {
    asking = true;
    ASKED.set(condition);
    try {
      return condition.getAsBoolean();
    } finally {
      ASKED.remove();
    }
  }

  /** Says that a run begins that keeps its steps in words, or ends. */
  public static void recording(boolean begins) {
    recording = (begins ? RECORDINGS.incrementAndGet() : RECORDINGS.decrementAndGet()) > 0;
  }

  static boolean recording() {
    return recording;
  }

  /** Says that some thread spins: from now on, loops ask whether their run is over. */
  public static void spins() {
    spinning = true;
  }

  static boolean spinning() {
    return spinning;
  }

  /** The site of a number. */
  public static Site site(int id) {
    return Sites.of(id);
  }

  /** Whether an object is of Lockjaw's own, which has scheduling points of its own. */
  static boolean own(Object object) {
    return OWN.get(object.getClass());
  }

  /** Whether an object is a lock of the JDK's. */
  public static boolean lock(Object object) {
    return object instanceof Lock
        || object instanceof ReadWriteLock
        || object instanceof StampedLock
        || object instanceof Semaphore;
  }
}
