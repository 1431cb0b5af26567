package dev.lockjaw.explore.choice;

import dev.lockjaw.result.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws a schedule beyond the bound. Use one for each run. The same seed gives the same choices.
 */
public abstract class RandomChooser implements Chooser {
  private final List<Schedule.Deviation> deviations = new ArrayList<>();

  /** The source of all that is drawn. */
  final SplittableRandom random;

  RandomChooser(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The actor that moves, as {@link #choose}. */
  abstract int draw(int decision, int current, int[] enabled, int count);

  /** Whether a wait times out at a decision. */
  abstract boolean drawsTimeOut(int decision);

  @Override
  public final int choose(
      int decision, int current, int[] enabled, int count, long state, Spinner spinner) {
    int drawn = draw(decision, current, enabled, count);
    if (drawn != Schedule.byDefault(current, enabled)) {
      deviations.add(new Schedule.Deviation(decision, drawn));
    }
    return drawn;
  }

  @Override
  public final boolean timesOut(int decision, int actor, long state) {
    boolean now = drawsTimeOut(decision);
    if (now) {
      deviations.add(new Schedule.Deviation(decision, actor));
    }
    return now;
  }

  /** The choices made. */
  public final Schedule schedule() {
    return new Schedule(deviations);
  }
}
