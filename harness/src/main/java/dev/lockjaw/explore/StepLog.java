package dev.lockjaw.explore;

import dev.lockjaw.result.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the actors of a run did, in order. Written by whoever has the turn; its size may be read by
 * any thread.
 */
final class StepLog {
  private Actor[] actors = new Actor[64];
  private String[] actions = new String[64];
  private volatile int size;

  void add(Actor actor, String action) {
    int at = size;
    if (at == actors.length) {
      actors = Arrays.copyOf(actors, at * 2);
      actions = Arrays.copyOf(actions, at * 2);
    }
    actors[at] = actor;
    actions[at] = action;
    size = at + 1;
  }

  /** Says more of the last step. */
  void amend(Supplier<String> action) {
    if (size > 0) {
      actions[size - 1] = action.get();
    }
  }

  int size() {
    return size;
  }

  List<Step> first(int count) {
    List<Step> steps = new ArrayList<>(count);
    for (int i = 0; i < Math.min(count, size); i++) {
      steps.add(new Step(actors[i].name, actions[i]));
    }
    return steps;
  }
}
