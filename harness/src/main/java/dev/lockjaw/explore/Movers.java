package dev.lockjaw.explore;

import java.util.Arrays;
import java.util.List;

/** Which actors can move. Only the actor that has the turn uses it. */
final class Movers {
  /** Waits that may time out in one run. After that many, no actor is taken to be able to move. */
  private static final int MOST_TIMEOUTS = 200;

  private static final int TIMES_OUT = 6;

  private final List<Actor> actors;
  private final History history;
  private int[] ids = new int[8];
  private int count;

  /** Whether some actor is to let others move first. */
  private boolean debts;

  private long clock;
  private int timeouts;

  Movers(List<Actor> actors, History history) {
    this.actors = actors;
    this.history = history;
  }

  /** The run's clock, in nanoseconds. */
  long clock() {
    return clock;
  }

  /** While sessions are being opened, only the threads that they have started may move. */
  static boolean mayMove(Actor actor) {
    return !actor.run.opening || actor.standsFor != null;
  }

  /** Looks for them; returns their number. */
  int find() {
    count = 0;
    boolean owe = false;
    for (int i = 0; i < actors.size(); i++) {
      Actor actor = actors.get(i);
      if (actor.canMove() && mayMove(actor)) {
        if (count == ids.length) {
          ids = Arrays.copyOf(ids, count * 2);
        }
        ids[count++] = i;
        owe |= !actor.owes.isEmpty();
      }
    }
    debts = owe;
    return owe ? withoutDebtors() : count;
  }

  /** Leaves out those that are to let others move first. The last one that gave way has no debt. */
  private int withoutDebtors() {
    int[] all = Arrays.copyOf(ids, count);
    count = 0;
    for (int id : all) {
      if (Arrays.stream(all).noneMatch(actors.get(id).owes::get)) {
        ids[count++] = id;
      }
    }
    return count;
  }

  /** Their ids, ascending, in the first places. */
  int[] ids() {
    return ids;
  }

  /** Whether an actor is among them. */
  boolean include(Actor actor) {
    return Arrays.binarySearch(ids, 0, count, actor.id) >= 0;
  }

  /** Takes note that an actor moves. */
  void moves(Actor actor) {
    if (debts) {
      actor.owes.clear();
      actors.forEach(other -> other.owes.clear(actor.id));
    }
  }

  /**
   * Ends the wait that is over first, where some actor that the run waits for isn't done, or the
   * wait outlasts those.
   */
  boolean timeOut() {
    Actor first = null;
    boolean needed = actors.stream().anyMatch(actor -> actor.run.opening || !actor.over());
    for (Actor actor : actors) {
      boolean waits =
          actor.state.get() == Actor.State.BLOCKED
              && !actor.timedOut
              && (needed || actor.outlasts.getAsBoolean());
      if (waits && actor.deadline < (first == null ? Long.MAX_VALUE : first.deadline)) {
        first = actor;
      }
    }
    if (first == null || ++timeouts > MOST_TIMEOUTS) {
      return false;
    }
    first.timedOut = true;
    first.naps++;
    advance(first, first.deadline);
    return true;
  }

  /** Says that a time has come that an actor waits for; with null, before the run begins. */
  void advance(Actor actor, long at) {
    clock = Math.max(clock, at);
    if (actor != null) {
      history.happened(actor, TIMES_OUT, null);
    }
  }
}
