package dev.lockjaw.explore;

import dev.lockjaw.result.Act;
import dev.lockjaw.result.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The steps of a run, in order. Written by the actor that has the turn. Any thread may read its
 * size.
 */
final class StepLog {
  private Actor[] actors = new Actor[64];
  private Act[] acts = new Act[64];
  private volatile int size;
  private boolean dropped;

  /** Adds a step, unless its actor only repeats itself. */
  void add(Actor actor, Act act) {
    dropped = actor.passes.insists();
    if (dropped) {
      return;
    }
    int at = size;
    if (at == actors.length) {
      actors = Arrays.copyOf(actors, at * 2);
      acts = Arrays.copyOf(acts, at * 2);
    }
    actors[at] = actor;
    acts[at] = act;
    size = at + 1;
  }

  /** Replaces the last step by a fuller one. */
  void amend(Supplier<Act> act) {
    if (size > 0 && !dropped) {
      acts[size - 1] = act.get();
    }
  }

  /** Changes the last step. */
  void change(UnaryOperator<Act> change) {
    if (size > 0 && !dropped) {
      acts[size - 1] = change.apply(acts[size - 1]);
    }
  }

  /** Forgets the last step, if it is the actor's and a wait; else returns false. */
  boolean takeBack(Actor actor) {
    int last = size - 1;
    boolean waits = last >= 0 && actors[last] == actor && acts[last].kind() == Act.Kind.WAIT;
    size = waits ? last : size;
    return waits;
  }

  /** Forgets all steps. */
  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  List<Step> first(int count) {
    List<Step> steps = new ArrayList<>(count);
    for (int i = 0; i < Math.min(count, size); i++) {
      steps.add(new Step(actors[i].name, acts[i]));
    }
    return steps;
  }
}
