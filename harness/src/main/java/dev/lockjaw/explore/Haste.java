package dev.lockjaw.explore;

import dev.lockjaw.explore.choice.Chooser;
import dev.lockjaw.sync.Waiting;
import java.util.List;

/**
 * Waits of woven code that may time out although others can move. A thread that holds a lock may be
 * held up for any length of time, by I/O say, so the wait for a lock may be over at any moment,
 * however long it is. Any other wait may if it is short: the machine may hold the others up for
 * that long. Only the actor that has the turn uses it.
 */
final class Haste {
  /** A time that a machine may well hold a thread up for, in nanoseconds. */
  static final long SHORT = 1_000_000_000;

  /** Whether a wait was over early in the run. */
  private boolean hurried;

  /** Whether a wait of that kind and length may. */
  static boolean may(Waiting kind, long nanos) {
    return nanos > 0 && (kind == Waiting.LOCK || nanos < SHORT);
  }

  boolean hurried() {
    return hurried;
  }

  /** The actor whose wait is over at this decision; null if none is. */
  Actor choose(Chooser chooser, int decision, List<Actor> actors, History history) {
    for (int i = 0; i < actors.size(); i++) {
      Actor actor = actors.get(i);
      if (actor.hasty && mayTimeOut(actor)) {
        if (chooser.timesOut(decision, actor.id, history.state())) {
          actor.timedOut = true;
          actor.naps++;
          hurried = true;
          return actor;
        }
      }
    }
    return null;
  }

  /** Whether it still waits, and nothing but time keeps it. */
  private static boolean mayTimeOut(Actor actor) {
    if (actor.timedOut || actor.tired() || actor.canMove()) {
      return false;
    }
    actor.timedOut = true;
    boolean could = actor.canMove();
    actor.timedOut = false;
    return could;
  }
}
