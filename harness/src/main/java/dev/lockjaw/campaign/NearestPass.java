package dev.lockjaw.campaign;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.result.Passing;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Step;
import dev.lockjaw.woven.Learned;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Looks for the passing interleaving nearest to one that fails, in a few runs that count for
 * nothing else. One thread.
 */
final class NearestPass {
  /** The most interleavings to run for one finding. */
  static final int MOST = 12;

  /** No other interleaving is begun after this time, as one that fails may take seconds. */
  private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  /** Steps that are kept, so that the difference can be seen. */
  private static final int LEAST_STEPS = 6;

  private static final int MOST_STEPS = 40;

  private final ScheduleReplay.Means means;
  private final Learned learned;

  /**
   * @param learned where woven code is known to be met at; null if none is woven
   */
  NearestPass(ScheduleReplay.Means means, Learned learned) {
    this.means = means;
    this.learned = learned;
  }

  /**
   * @param failing the steps of an interleaving up to the fault
   * @param others the schedules to try in turn
   */
  Passing to(List<Step> failing, List<Schedule> others) throws IOException {
    long begun = System.nanoTime();
    ActorThreads workers = means.workers();
    int lost = workers.lost();
    int tried = 0;
    for (Schedule other : others) {
      if (System.nanoTime() - begun > LONGEST_NANOS || workers.lost() > lost) {
        break;
      }
      tried++;
      if (run(other, false) == null) {
        continue;
      }
      List<Step> steps = run(other, true);
      int same = steps == null ? 0 : same(failing, steps);
      if (steps != null && same < Math.min(failing.size(), steps.size())) {
        return passing(tried, means.cell().token(other).text(), failing.get(same), same, steps);
      }
    }
    return Passing.none(tried);
  }

  /** The steps of a run if it passes, empty unless it records; else null. */
  private List<Step> run(Schedule schedule, boolean recording) throws IOException {
    ScheduleReplay.Followed run = means.follow(schedule, means.pairs(), recording, learned);
    boolean passes = !run.trial().failedVisibly() && run.forks().fits();
    return passes ? run.trial().interleaving() : null;
  }

  private static int same(List<Step> one, List<Step> other) {
    int same = 0;
    while (same < Math.min(one.size(), other.size()) && one.get(same).equals(other.get(same))) {
      same++;
    }
    return same;
  }

  /** Ends with the step at which the thread moves that moves first in the failing interleaving. */
  private static Passing passing(
      int tried, String token, Step instead, int same, List<Step> steps) {
    int end = same;
    while (end < steps.size()
        && end < same + MOST_STEPS
        && !steps.get(end).thread().equals(instead.thread())) {
      end++;
    }
    end = Math.min(steps.size(), Math.max(end + 1, same + LEAST_STEPS));
    return new Passing(tried, token, same, steps.subList(same, end), steps.size() - end);
  }
}
