package dev.lockjaw.explore.choice;

import dev.lockjaw.result.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Random schedules beyond the bound. Actors have random priorities, and the actor with the highest
 * one moves. At a few random decisions its priority drops below all others (PCT: Burckhardt and
 * others, ASPLOS 2010: a bug of depth d in n threads and k steps is met with a probability of at
 * least 1/(n k^(d-1))). Use one for each run.
 */
public final class PriorityChooser implements Chooser {
  private static final int MOST_CHANGES = 6;

  private final SplittableRandom random;
  private final Map<Integer, Long> priorities = new HashMap<>();
  private final List<Integer> changes = new ArrayList<>();
  private final List<Schedule.Deviation> deviations = new ArrayList<>();
  private long lowest;

  /**
   * @param seed the same seed gives the same choices
   * @param decisions the approximate number of decisions in a run
   */
  public PriorityChooser(long seed, int decisions) {
    random = new SplittableRandom(seed);
    int count = 1 + random.nextInt(MOST_CHANGES);
    for (int i = 0; i < count; i++) {
      changes.add(random.nextInt(Math.max(1, decisions)));
    }
  }

  @Override
  public int choose(
      int decision, int current, int[] enabled, int count, long state, Spinner spinner) {
    if (current >= 0 && changes.contains(decision)) {
      priorities.put(current, --lowest);
    }
    int best = enabled[0];
    for (int i = 1; i < count; i++) {
      if (priority(enabled[i]) > priority(best)) {
        best = enabled[i];
      }
    }
    if (best != Schedule.byDefault(current, enabled)) {
      deviations.add(new Schedule.Deviation(decision, best));
    }
    return best;
  }

  @Override
  public boolean timesOut(int decision, int actor, long state) {
    if (!changes.remove((Integer) decision)) {
      return false;
    }
    deviations.add(new Schedule.Deviation(decision, actor));
    return true;
  }

  private long priority(int actor) {
    return priorities.computeIfAbsent(actor, id -> random.nextLong(Long.MAX_VALUE));
  }

  /** The choices made. */
  public Schedule schedule() {
    return new Schedule(deviations);
  }
}
