package dev.lockjaw.arena;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;

/**
 * Recognises threads that wait in code that the run knows nothing of: a {@code synchronized} in a
 * TLS stack, a {@code ReentrantLock} of the user's, a park. This is one look; the callers repeat it
 * for as long as {@link LockOwner} says. Any thread.
 */
public final class ForeignWait {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ForeignWait() {}

  /** Whether a thread waits in foreign code, as far as the JVM knows: it may have been woken. */
  public static boolean waits(Thread thread) {
    Thread.State state = thread.getState();
    return (waitsUntimed(state) || state == Thread.State.TIMED_WAITING) && !parkedByRun(thread);
  }

  /** Whether a thread waits in foreign code and no thread has woken it. */
  public static boolean stands(ActorThread thread) {
    return waits(thread) && thread.asleep();
  }

  /** Whether a thread in this state waits until another thread ends its wait. */
  public static boolean waitsUntimed(Thread.State state) {
    return state == Thread.State.BLOCKED || state == Thread.State.WAITING;
  }

  /** Whether a thread is parked by the run: for its turn, for its next part, or for a delay. */
  public static boolean parkedByRun(Thread thread) {
    Object blocker = LockSupport.getBlocker(thread);
    return blocker instanceof Role
        || blocker instanceof Arena
        || blocker instanceof ActorThreads
        || thread instanceof ActorThread mine && mine.resumed();
  }

  /**
   * The owner of what a thread waits for.
   *
   * @param member what a thread is as an owner, by its id; OUTSIDE for a thread that does not
   *     belong to the run
   */
  public static LockOwner owner(ActorThread thread, LongFunction<LockOwner> member) {
    ThreadInfo info = THREADS.getThreadInfo(thread.getId());
    if (info == null) {
      return LockOwner.UNKNOWN;
    }
    long owner = info.getLockOwnerId();
    if (owner == thread.getId() || owner < 0 && !thread.asleep()) {
      return LockOwner.NONE_ANY_MORE;
    }
    if (owner >= 0) {
      return member.apply(owner);
    }
    if (ForeignLocks.keepsNoOwner(thread)) {
      return ForeignLocks.available(thread) ? LockOwner.NONE_ANY_MORE : LockOwner.UNTOLD;
    }
    return hasOwnerWhileHeld(thread) ? LockOwner.NONE_ANY_MORE : LockOwner.UNKNOWN;
  }

  private static boolean hasOwnerWhileHeld(Thread thread) {
    Object blocker = LockSupport.getBlocker(thread);
    return thread.getState() == Thread.State.BLOCKED
        || blocker != null && blocker.getClass().getNestHost() == ReentrantLock.class;
  }
}
