package dev.lockjaw.explore;

import dev.lockjaw.result.Schedule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Random schedules beyond the bound: the actor with the highest of random priorities moves, and at
 * a few random decisions it falls behind all others (PCT: Burckhardt and others, ASPLOS 2010; it
 * meets a bug of depth d in n threads and k steps with a chance of at least 1/(n k^(d-1))). Serves
 * one run.
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
   * @param decisions about how many decisions a run has
   */
  public PriorityChooser(long seed, int decisions) {
    random = new SplittableRandom(seed);
    int count = 1 + random.nextInt(MOST_CHANGES);
    for (int i = 0; i < count; i++) {
      changes.add(random.nextInt(Math.max(1, decisions)));
    }
  }

  @Override
  public int choose(int decision, int current, int[] enabled, int count, long state) {
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

  private long priority(int actor) {
    return priorities.computeIfAbsent(actor, id -> random.nextLong(Long.MAX_VALUE));
  }

  /** The choices made. */
  public Schedule schedule() {
    return new Schedule(deviations);
  }
}
