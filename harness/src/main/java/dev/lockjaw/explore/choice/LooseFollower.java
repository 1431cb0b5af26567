package dev.lockjaw.explore.choice;

import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Schedule.Deviation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes those choices of a schedule that it can, and notes them. Unlike a {@link Follower}, it does
 * not mind that the run goes another way. Use one for each run.
 */
public final class LooseFollower implements Chooser {
  private final Map<Integer, Integer> wanted = new HashMap<>();
  private final List<Deviation> taken = new ArrayList<>();

  public LooseFollower(List<Deviation> deviations) {
    deviations.forEach(deviation -> wanted.put(deviation.decision(), deviation.actor()));
  }

  @Override
  public int choose(
      int decision, int current, int[] enabled, int count, long state, Spinner spinner) {
    int byDefault = Schedule.byDefault(current, enabled);
    Integer actor = wanted.get(decision);
    boolean can =
        actor != null
            && actor != byDefault
            && (Arrays.binarySearch(enabled, 0, count, actor) >= 0
                || spinner != null && spinner.actor() == actor);
    return can ? take(decision, actor) : byDefault;
  }

  @Override
  public boolean timesOut(int decision, int actor, long state) {
    Integer wantedActor = wanted.get(decision);
    boolean over = wantedActor != null && wantedActor == actor;
    if (over) {
      take(decision, actor);
    }
    return over;
  }

  private int take(int decision, int actor) {
    taken.add(new Deviation(decision, actor));
    return actor;
  }

  /** What the run has followed: a {@link Follower} goes the same way with it. */
  public Schedule schedule() {
    return new Schedule(taken);
  }
}
