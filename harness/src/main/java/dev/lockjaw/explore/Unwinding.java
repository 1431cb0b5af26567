package dev.lockjaw.explore;

import dev.lockjaw.arena.ActorThreads;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Makes the threads of a run that is over leave their bodies. */
final class Unwinding {
  /** Looks that must agree that an actor stays in foreign code in spite of an interrupt. */
  private static final int LOOKS_STANDING = 50;

  /**
   * Looks at an actor that should leave its body, before it is given up. Looks are counted, and not
   * time, so that a pause of the machine does not count against it.
   */
  private static final int LOOKS_UNWINDING = 2_000;

  private final ActorThreads workers;
  private final Foreign foreign;

  Unwinding(ActorThreads workers, Foreign foreign) {
    this.workers = workers;
    this.foreign = foreign;
  }

  void unwind(List<Actor> actors) {
    // a waiter in a monitor leaves only after the current owner of that monitor has left
    each(actors.stream().filter(actor -> actor.gaveUp == null).toList());
    List<Actor> waiting = actors.stream().filter(actor -> actor.gaveUp != null).toList();
    waiting.stream().filter(actor -> !actor.done()).forEach(Actor::resume);
    each(waiting);
  }

  private void each(List<Actor> some) {
    for (Actor actor : some) {
      if (actor.worker == null || actor.done()) {
        continue;
      }
      if (actor.state.get() == Actor.State.FOREIGN) {
        actor.worker.interrupt();
      }
      actor.resume();
      if (!leaves(actor)) {
        workers.giveUp(actor.worker);
      }
    }
  }

  /** Whether an actor leaves its body; looks once a millisecond. */
  private boolean leaves(Actor actor) {
    int standing = 0;
    for (int looks = 0; !actor.done(); looks++) {
      standing = foreign.stands(actor) ? standing + 1 : 0;
      if (standing > LOOKS_STANDING || looks > LOOKS_UNWINDING) {
        return false;
      }
      LockSupport.parkNanos(this, Supervisor.WATCH_NANOS);
    }
    return true;
  }
}
