package dev.lockjaw.explore.choice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Actors have random priorities, and the actor with the highest one moves. At a few random
 * decisions its priority drops below all others (PCT: Burckhardt and others, ASPLOS 2010: a bug of
 * depth d in n threads and k steps is met with a probability of at least 1/(n k^(d-1))).
 */
public final class PriorityChooser extends RandomChooser {
  private static final int MOST_CHANGES = 6;

  private final Map<Integer, Long> priorities = new HashMap<>();
  private final List<Integer> changes = new ArrayList<>();
  private long lowest;

  /**
   * @param decisions the approximate number of decisions in a run
   */
  public PriorityChooser(long seed, int decisions) {
    super(seed);
    int count = 1 + random.nextInt(MOST_CHANGES);
    for (int i = 0; i < count; i++) {
      changes.add(random.nextInt(Math.max(1, decisions)));
    }
  }

  @Override
  int draw(int decision, int current, int[] enabled, int count) {
    if (current >= 0 && changes.contains(decision)) {
      priorities.put(current, --lowest);
    }
    int best = enabled[0];
    for (int i = 1; i < count; i++) {
      if (priority(enabled[i]) > priority(best)) {
        best = enabled[i];
      }
    }
    return best;
  }

  /** Else one that polls, and changes something as it does, would starve all others. */
  @Override
  public void tires(int actor) {
    priorities.put(actor, --lowest);
  }

  @Override
  boolean drawsTimeOut(int decision) {
    return changes.remove((Integer) decision);
  }

  private long priority(int actor) {
    return priorities.computeIfAbsent(actor, id -> random.nextLong(Long.MAX_VALUE));
  }
}
