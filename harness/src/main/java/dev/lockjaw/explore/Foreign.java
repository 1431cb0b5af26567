package dev.lockjaw.explore;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.arena.AttentiveClock;
import dev.lockjaw.arena.ForeignLocks;
import dev.lockjaw.arena.ForeignWait;
import dev.lockjaw.arena.LockOwner;
import dev.lockjaw.result.Act;
import dev.lockjaw.woven.Here;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Decides when the actor with the turn counts as blocked in code that the run knows nothing of, and
 * when such an actor has settled. {@link ForeignWait} is one look at it; {@link LockOwner} says how
 * many looks must agree.
 */
final class Foreign {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Looks that must agree before any wait counts as a block. */
  private static final int LEAST_LOOKS = LockOwner.IN_RUN.turnLooks();

  /**
   * Looks at an actor that does not wait, before it counts as one that never reaches a scheduling
   * point. A look counts twice if the actor used the processor since the last one, and not at all
   * if it was waiting for a processor.
   */
  private static final int LOOKS_SPINNING = 10_000;

  /**
   * Processor time, in nanoseconds, before an actor that reaches no scheduling point counts as one
   * that polls, if others can move. Less once some actor of the cell has turned out to poll.
   */
  private static final long POLLS = 500_000_000;

  private static final long POLLS_AGAIN = 50_000_000;

  /** Processor time in which an actor that polls notices a change, in nanoseconds. */
  private static final long NOTICES = 2_000_000;

  /** Processor time after which an actor that polls alone counts as stuck, in nanoseconds. */
  private static final long POLLS_IN_VAIN = 2_000_000_000;

  /** Processor time up to which an actor that never reaches a point is idle, in nanoseconds. */
  private static final long IDLE = 200_000_000;

  private static final Act BLOCKED =
      Act.of(Act.Kind.WAIT, "foreign code", "is blocked in foreign code");

  private static final Act POLLING =
      Act.of(Act.Kind.WAIT, "a loop", "spins without a scheduling point");

  private final Turns turns;
  private final ActorThreads workers;
  private Actor watched;
  private int watchedStep;
  private int spinning;
  private long used;
  private long usedBefore;
  private int looks;
  private boolean any;
  private AttentiveClock alone;
  private int aloneStep = -1;

  Foreign(Turns turns, ActorThreads workers) {
    this.turns = turns;
    this.workers = workers;
  }

  /**
   * Called by the supervisor about once a millisecond.
   *
   * @param actor the one that has the turn
   * @param steps the number of steps so far
   */
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
      usedBefore = used(actor);
      return;
    }
    if (!ForeignWait.waits(actor.worker)) {
      looks = 0;
      spinning += ForeignWait.parkedByRun(actor.worker) ? 0 : weight(actor);
      if (spinning > LOOKS_SPINNING) {
        turns.declareSpinning(actor, used - usedBefore < IDLE);
      } else if (used - usedBefore > patience() && othersCanMove(actor)) {
        any = true;
        workers.polls();
        Here.spins();
        declare(actor, true);
      }
      return;
    }
    looks++;
    if (looks >= LEAST_LOOKS && looks >= owner(actor).turnLooks()) {
      looks = 0;
      any = true;
      declare(actor, false);
    }
  }

  /**
   * Takes the turn from an actor.
   *
   * @param polls whether it is not blocked, but polls without reaching a scheduling point
   */
  private void declare(Actor actor, boolean polls) {
    Act step = polls ? POLLING : blocked(actor);
    // to find the words takes time, in which the actor may have gone on
    if (!polls && !(ForeignWait.waits(actor.worker) && turns.steps().size() == watchedStep)) {
      return;
    }
    if (actor.state.compareAndSet(Actor.State.RUNNING, Actor.State.FOREIGN)) {
      actor.polls = polls;
      turns.steps().add(actor, step);
      actor.blockedAlone =
          actors().stream().allMatch(other -> other == actor || other.worker == null);
      turns.lost();
    }
  }

  /** In a run that is kept in words, it says in which lock, at which line. */
  private static Act blocked(Actor actor) {
    return actor.run.recording()
        ? Act.of(
            BLOCKED.kind(),
            BLOCKED.object(),
            BLOCKED.wording() + ForeignLocks.where(actor.worker, actor.run.owners()))
        : BLOCKED;
  }

  /** A copy: the actor that has the turn may add another while the supervisor looks. */
  private List<Actor> actors() {
    Actor[] now = turns.actors().toArray(new Actor[0]);
    return Stream.of(now).filter(Objects::nonNull).toList();
  }

  private boolean othersCanMove(Actor actor) {
    return actors().stream().anyMatch(other -> other != actor && other.canMove());
  }

  private long patience() {
    return workers.polled() ? POLLS_AGAIN : POLLS;
  }

  /** Processor time of an actor so far, in nanoseconds. */
  private static long used(Actor actor) {
    return THREADS.isThreadCpuTimeSupported()
        ? THREADS.getThreadCpuTime(actor.worker.getId())
        : System.nanoTime();
  }

  /**
   * How much a look at an actor that does not wait counts; 0 if the actor waits for a processor.
   */
  private int weight(Actor actor) {
    long before = used;
    used = used(actor);
    return used != before ? 2 : actor.worker.asleep() ? 1 : 0;
  }

  /**
   * Waits until every foreign-blocked actor has either reached a scheduling point or is blocked
   * again, so that the choice of the next actor does not depend on timing.
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
    } while (left && back); // an actor that returned may have unblocked another
    any = left;
  }

  private void settle(Actor actor) {
    AttentiveClock watched = new AttentiveClock(System.nanoTime());
    long before = used(actor);
    while (actor.state.get() == Actor.State.FOREIGN) {
      long passed = watched.look(System.nanoTime());
      if (ForeignWait.waits(actor.worker)) {
        long patience = owner(actor).settleNanos();
        // look again: it may have moved between the looks that make up the patience
        if (passed >= patience && ForeignWait.waits(actor.worker)) {
          return;
        }
      } else if (used(actor) - before > (actor.polls ? NOTICES : POLLS)) {
        actor.polls = true;
        return;
      }
      Thread.yield();
    }
  }

  /** Whether a foreign-blocked actor may still return while no other actor can move. */
  boolean mayReturn(Actor actor) {
    if (!ForeignWait.waits(actor.worker)) {
      return !actor.polls || !inVain(actor);
    }
    if (aloneStep != turns.steps().size()) {
      aloneStep = turns.steps().size();
      alone = new AttentiveClock(System.nanoTime());
    }
    boolean timed = actor.worker.getState() == Thread.State.TIMED_WAITING;
    return alone.look(System.nanoTime()) < owner(actor).returnNanos(timed);
  }

  private boolean inVain(Actor actor) {
    if (actor.pollsAlone != turns.steps().size()) {
      actor.pollsAlone = turns.steps().size();
      actor.usedBefore = used(actor);
    }
    return used(actor) - actor.usedBefore > POLLS_IN_VAIN;
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
    for (Actor other : actors()) {
      if (other.worker != null && !other.done() && other.worker.getId() == thread) {
        boolean onItsWay = other.state.get() == Actor.State.FOREIGN && !stands(other);
        return onItsWay ? LockOwner.NONE_ANY_MORE : LockOwner.IN_RUN;
      }
    }
    return LockOwner.OUTSIDE;
  }
}
