package dev.lockjaw.explore;

import dev.lockjaw.arena.AttentiveClock;
import dev.lockjaw.arena.ForeignWait;
import dev.lockjaw.arena.LockOwner;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;

/**
 * Recognises threads that are blocked in locks the run knows nothing of: a {@code synchronized} in
 * a TLS stack, a {@code ReentrantLock} of the user's, a park. The JVM says who is blocked and, for
 * monitors and ownable synchronizers, by whom; where it doesn't, only time tells.
 */
final class Foreign {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Looks that must agree before any wait counts as a block. */
  private static final int LEAST_LOOKS = LockOwner.IN_RUN.turnLooks();

  /**
   * Looks at an actor that doesn't wait, before it is taken for one that will never pass a point;
   * those between which it had a processor count twice, and those between which it got none don't.
   */
  private static final int LOOKS_SPINNING = 10_000;

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
    if (!ForeignWait.waits(actor.worker)) {
      looks = 0;
      spinning += ForeignWait.parkedByRun(actor.worker) ? 0 : weight(actor);
      if (spinning > LOOKS_SPINNING) {
        turns.declareSpinning(actor);
      }
      return;
    }
    looks++;
    if (looks >= LEAST_LOOKS && looks >= owner(actor).turnLooks()) {
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
      if (ForeignWait.waits(actor.worker)) {
        long patience = owner(actor).settleNanos();
        // looked at again, as it may have got going between the looks that make up the patience
        if (passed >= patience && ForeignWait.waits(actor.worker)) {
          return;
        }
      }
      Thread.yield();
    }
  }

  /** Whether an actor that is alone with its foreign block may still come out of it. */
  boolean mayReturn(Actor actor) {
    if (!ForeignWait.waits(actor.worker)) {
      return true;
    }
    if (aloneStep != turns.steps().size()) {
      aloneStep = turns.steps().size();
      alone = new AttentiveClock(System.nanoTime());
    }
    boolean timed = actor.worker.getState() == Thread.State.TIMED_WAITING;
    return alone.look(System.nanoTime()) < owner(actor).returnNanos(timed);
  }

  /** Whether an actor stands in foreign code and has not been woken. */
  boolean stands(Actor actor) {
    return actor.state.get() == Actor.State.FOREIGN && ForeignWait.stands(actor.worker);
  }

  private LockOwner owner(Actor actor) {
    return ForeignWait.owner(actor.worker, this::member);
  }

  /** What a thread is as an owner. A blocked actor that has been woken will soon release. */
  private LockOwner member(long thread) {
    for (Actor other : turns.actors()) {
      if (other.worker != null && !other.done() && other.worker.getId() == thread) {
        boolean onItsWay = other.state.get() == Actor.State.FOREIGN && !stands(other);
        return onItsWay ? LockOwner.NONE_ANY_MORE : LockOwner.IN_RUN;
      }
    }
    return LockOwner.OUTSIDE;
  }
}
