package dev.lockjaw.explore.choice;

import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Schedule.Deviation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/** Follows a schedule and notes what else could have been chosen on the way. Use one for a run. */
public final class Forks implements Chooser {
  private static final int DEFAULT = -1;

  private final Schedule schedule;
  private final Follower follower;
  private final List<Fork> forks = new ArrayList<>();
  private IntSupplier steps = () -> 0;

  /**
   * A decision.
   *
   * @param step how many steps were taken before
   * @param switches whether another actor moved than before
   * @param others the actors that could have moved instead; the default is -1
   */
  private record Fork(int decision, int step, boolean switches, int[] others) {}

  public Forks(Schedule schedule) {
    this.schedule = schedule;
    this.follower = new Follower(schedule);
  }

  /** Whether the run followed the schedule. */
  public boolean fits() {
    return follower.fits();
  }

  @Override
  public void begins(IntSupplier taken) {
    steps = taken;
  }

  @Override
  public int choose(
      int decision, int current, int[] enabled, int count, long state, Spinner spinner) {
    int choice = follower.choose(decision, current, enabled, count, state, spinner);
    int byDefault = Schedule.byDefault(current, enabled);
    int[] others =
        Arrays.stream(enabled, 0, count)
            .filter(actor -> actor != choice)
            .map(actor -> actor == byDefault ? DEFAULT : actor)
            .toArray();
    forks.add(new Fork(decision, steps.getAsInt(), choice != current, others));
    return choice;
  }

  @Override
  public boolean timesOut(int decision, int actor, long state) {
    boolean over = follower.timesOut(decision, actor, state);
    if (over) {
      forks.add(new Fork(decision, steps.getAsInt(), true, new int[] {DEFAULT}));
    }
    return over;
  }

  /**
   * The schedules that make one choice differently before a step and then follow the default. First
   * those that undo a switch, then the others; of each the latest choice first.
   *
   * @param most of them; a run of a whole library has many thousands
   */
  public List<Schedule> alternatives(int step, int most) {
    Set<List<Integer>> seen = new HashSet<>();
    List<Deviation> undone = new ArrayList<>();
    List<Deviation> others = new ArrayList<>();
    for (int i = forks.size() - 1; i >= 0; i--) {
      Fork fork = forks.get(i);
      for (int actor : fork.others()) {
        if (fork.step() < step && fork.switches()) {
          undone.add(new Deviation(fork.decision(), actor));
        } else if (fork.step() < step && seen.add(List.of(fork.step(), actor))) {
          others.add(new Deviation(fork.decision(), actor)); // between two steps all look alike
        }
      }
    }
    return Stream.of(undone, others).flatMap(List::stream).limit(most).map(this::instead).toList();
  }

  private Schedule instead(Deviation last) {
    List<Deviation> deviations = new ArrayList<>();
    schedule.deviations().stream()
        .takeWhile(deviation -> deviation.decision() < last.decision())
        .forEach(deviations::add);
    if (last.actor() != DEFAULT) {
      deviations.add(last);
    }
    return new Schedule(deviations);
  }
}
