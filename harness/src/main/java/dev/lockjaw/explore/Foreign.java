package dev.lockjaw.explore;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.arena.AttentiveClock;
import dev.lockjaw.arena.ForeignLocks;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Recognises threads that are blocked in locks the run knows nothing of: a {@code synchronized} in
 * a TLS stack, a {@code ReentrantLock} of the user's, a park. The JVM says who is blocked and, for
 * monitors and ownable synchronizers, by whom; where it doesn't, only time tells.
 */
final class Foreign {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long MILLI = 1_000_000;

  /** Looks, a millisecond apart, that must agree when one of the run's own threads has the lock. */
  private static final int LOOKS_OWNED_IN_RUN = 2;

  /** Looks that must agree when it is a lock, and the JVM doesn't know who has it. */
  private static final int LOOKS_OWNER_UNTOLD = 8;

  /** Looks that must agree when nobody is known to have what the thread waits for. */
  private static final int LOOKS_UNOWNED = 50;

  /**
   * Looks that must agree when a thread outside of the run has the lock: that one isn't held up by
   * the run, and will let go of it, a shared random generator say, as soon as it gets a processor.
   */
  private static final int LOOKS_OWNED_OUTSIDE = 2_000;

  /**
   * Looks at an actor that doesn't wait, before it is taken for one that will never pass a point;
   * those between which it had a processor count twice, and those between which it got none don't.
   */
  private static final int LOOKS_SPINNING = 10_000;

  private static final long SETTLE = 2 * MILLI;
  private static final long SETTLE_NONE_ANY_MORE = 1_000 * MILLI;
  private static final long RETURN_NONE_ANY_MORE = 10_000 * MILLI;
  private static final long RETURN_OWNED_IN_RUN = 10 * MILLI;
  private static final long RETURN_OWNER_UNTOLD = 20 * MILLI;
  private static final long RETURN_UNOWNED = 150 * MILLI;
  private static final long RETURN_FROM_TIMED = 2_000 * MILLI;

  private final Turns turns;
  private Actor watched;
  private int watchedStep;
  private int spinning;
  private long used;
  private int looks;
  private boolean any;
  private AttentiveClock alone;
  private int aloneStep = -1;

  Foreign(Turns turns) {
    this.turns = turns;
  }

  /** Called by the supervisor about once a millisecond, with who has the turn. */
  void watch(Actor actor, int steps) {
    if (actor == null || actor.state.get() != Actor.State.RUNNING || actor.worker == null) {
      looks = 0;
      return;
    }
    if (actor != watched || steps != watchedStep) {
      watched = actor;
      watchedStep = steps;
      looks = 0;
      spinning = 0;
      return;
    }
    if (!waits(actor)) {
      looks = 0;
      spinning += parkedByRun(actor) ? 0 : weight(actor);
      if (spinning > LOOKS_SPINNING) {
        turns.declareSpinning(actor);
      }
      return;
    }
    looks++;
    if (looks >= LOOKS_OWNED_IN_RUN && looks >= looksNeeded(actor)) {
      looks = 0;
      any = true;
      turns.declareForeign(actor);
    }
  }

  /** What a look at an actor counts for that doesn't wait; 0 if it is kept from going on. */
  private int weight(Actor actor) {
    if (!THREADS.isThreadCpuTimeSupported()) {
      return 1;
    }
    long before = used;
    used = THREADS.getThreadCpuTime(actor.worker.getId());
    return used != before ? 2 : actor.worker.asleep() ? 1 : 0;
  }

  /**
   * Waits for every foreign-blocked thread either to be back at a point or to be blocked again, so
   * that what can move next does not depend on timing.
   */
  void settle(List<Actor> actors) {
    if (!any) {
      return;
    }
    boolean left;
    boolean back;
    do {
      left = false;
      back = false;
      for (int i = 0; i < actors.size(); i++) {
        Actor actor = actors.get(i);
        if (actor.state.get() == Actor.State.FOREIGN) {
          settle(actor);
          boolean stays = actor.state.get() == Actor.State.FOREIGN;
          left |= stays;
          back |= !stays;
        }
      }
    } while (left && back); // one who came back may have let another go
    any = left;
  }

  private void settle(Actor actor) {
    AttentiveClock watched = new AttentiveClock(System.nanoTime());
    while (actor.state.get() == Actor.State.FOREIGN) {
      long passed = watched.look(System.nanoTime());
      if (waits(actor)) {
        long patience =
            switch (owner(actor)) {
              case IN_RUN -> 0;
              case NONE_ANY_MORE -> SETTLE_NONE_ANY_MORE;
              case OUTSIDE, UNTOLD, UNKNOWN -> SETTLE;
            };
        // looked at again, as it may have got going between the looks that make up the patience
        if (passed >= patience && waits(actor)) {
          return;
        }
      }
      Thread.yield();
    }
  }

  /** Whether an actor that is alone with its foreign block may still come out of it. */
  boolean mayReturn(Actor actor) {
    if (!waits(actor)) {
      return true;
    }
    if (aloneStep != turns.steps().size()) {
      aloneStep = turns.steps().size();
      alone = new AttentiveClock(System.nanoTime());
    }
    return alone.look(System.nanoTime()) < patienceAlone(actor);
  }

  private long patienceAlone(Actor actor) {
    return switch (owner(actor)) {
      case IN_RUN -> RETURN_OWNED_IN_RUN;
      case NONE_ANY_MORE -> RETURN_NONE_ANY_MORE;
      case UNTOLD -> RETURN_OWNER_UNTOLD;
      case OUTSIDE, UNKNOWN ->
          actor.worker.getState() == Thread.State.TIMED_WAITING
              ? RETURN_FROM_TIMED
              : RETURN_UNOWNED;
    };
  }

  private int looksNeeded(Actor actor) {
    return switch (owner(actor)) {
      case IN_RUN -> LOOKS_OWNED_IN_RUN;
      case UNTOLD -> LOOKS_OWNER_UNTOLD;
      case UNKNOWN -> LOOKS_UNOWNED;
      case OUTSIDE, NONE_ANY_MORE -> LOOKS_OWNED_OUTSIDE;
    };
  }

  /** Whether an actor stands in foreign code and has not been woken. */
  boolean stands(Actor actor) {
    return actor.state.get() == Actor.State.FOREIGN && waits(actor) && actor.worker.asleep();
  }

  /** What a foreign-blocked actor waits for and who holds it, as the JVM tells it. */
  private static ThreadInfo info(Actor actor) {
    return THREADS.getThreadInfo(actor.worker.getId());
  }

  private static boolean waits(Actor actor) {
    Thread.State state = actor.worker.getState();
    return (state == Thread.State.BLOCKED
            || state == Thread.State.WAITING
            || state == Thread.State.TIMED_WAITING)
        && !parkedByRun(actor);
  }

  /** Whether the thread is on its way to the turn it was given, or to its actor. */
  private static boolean parkedByRun(Actor actor) {
    Object blocker = LockSupport.getBlocker(actor.worker);
    return blocker instanceof Actor || blocker instanceof ActorThreads;
  }

  /** Who has what a waiting thread waits for. */
  private enum Owner {
    /** Another actor of the run. */
    IN_RUN,
    /** A thread that the run doesn't hold up. */
    OUTSIDE,
    /**
     * Nobody any more, or the thread itself, or it has been woken, or whoever has it has been: it
     * goes on as soon as that gets a processor.
     */
    NONE_ANY_MORE,
    /** Whoever took the lock, of a kind that keeps no owner: a semaphore, a StampedLock. */
    UNTOLD,
    /** The JVM can't tell: a latch, a bare park, a sleep. */
    UNKNOWN
  }

  private Owner owner(Actor actor) {
    ThreadInfo info = info(actor);
    if (info == null) {
      return Owner.UNKNOWN;
    }
    long owner = info.getLockOwnerId();
    if (owner == actor.worker.getId() || owner < 0 && !actor.worker.asleep()) {
      return Owner.NONE_ANY_MORE;
    }
    if (owner < 0) {
      return ForeignLocks.keepsNoOwner(actor.worker)
          ? ForeignLocks.free(actor.worker) ? Owner.NONE_ANY_MORE : Owner.UNTOLD
          : ownable(actor, info) ? Owner.NONE_ANY_MORE : Owner.UNKNOWN;
    }
    for (Actor other : turns.actors()) {
      if (other.worker != null && !other.done() && other.worker.getId() == owner) {
        boolean onItsWay = other.state.get() == Actor.State.FOREIGN && !stands(other);
        return onItsWay ? Owner.NONE_ANY_MORE : Owner.IN_RUN;
      }
    }
    return Owner.OUTSIDE;
  }

  /** Whether it waits for something that, while it is taken, has an owner. */
  private static boolean ownable(Actor actor, ThreadInfo info) {
    LockInfo lock = info.getLockInfo();
    return actor.worker.getState() == Thread.State.BLOCKED
        || lock != null && lock.getClassName().startsWith("java.util.concurrent.locks.Reentrant");
  }
}
