package dev.lockjaw.explore.choice;

import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Schedule.Deviation;
import java.util.Arrays;
import java.util.List;

/**
 * Follows a schedule, and takes the default where the run no longer fits it. Use one for each run.
 */
public final class Follower implements Chooser {
  private final List<Deviation> deviations;
  private int next;
  private int divergedAt = -1;

  public Follower(Schedule schedule) {
    this.deviations = schedule.deviations();
  }

  @Override
  public int choose(
      int decision, int current, int[] enabled, int count, long state, Spinner spinner) {
    if (next < deviations.size() && deviations.get(next).decision() == decision) {
      int actor = deviations.get(next++).actor();
      if (Arrays.binarySearch(enabled, 0, count, actor) >= 0
          || spinner != null && spinner.actor() == actor) {
        return actor;
      }
      divergedAt = divergedAt < 0 ? decision : divergedAt;
    }
    return Schedule.byDefault(current, enabled);
  }

  @Override
  public boolean timesOut(int decision, int actor, long state) {
    boolean over =
        next < deviations.size() && deviations.get(next).equals(new Deviation(decision, actor));
    next += over ? 1 : 0;
    return over;
  }

  /** Whether the run reached every deviation and could take it. */
  public boolean fits() {
    return divergedAt < 0 && next == deviations.size();
  }
}
