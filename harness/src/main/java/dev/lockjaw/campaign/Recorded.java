package dev.lockjaw.campaign;

import dev.lockjaw.explore.choice.Chooser;
import dev.lockjaw.result.Schedule;
import java.util.function.IntSupplier;

/** A chooser that reports each deviation to a recorder before it takes effect. */
record Recorded(Chooser chooser, FlightRecorder recorder) implements Chooser {
  @Override
  public void begins(IntSupplier steps) {
    chooser.begins(steps);
  }

  @Override
  public int choose(
      int decision, int current, int[] enabled, int count, long state, Spinner spinner) {
    int choice = chooser.choose(decision, current, enabled, count, state, spinner);
    if (choice != Schedule.byDefault(current, enabled)) {
      recorder.deviates(decision, choice);
    }
    return choice;
  }

  @Override
  public void spunInVain(Spinner spinner, boolean chosen) {
    chooser.spunInVain(spinner, chosen);
  }

  @Override
  public boolean knowsEndless(Spinner spinner) {
    return chooser.knowsEndless(spinner);
  }

  @Override
  public boolean timesOut(int decision, int actor, long state) {
    boolean over = chooser.timesOut(decision, actor, state);
    if (over) {
      recorder.deviates(decision, actor);
    }
    return over;
  }
}
