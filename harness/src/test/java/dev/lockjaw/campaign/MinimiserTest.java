package dev.lockjaw.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.explore.choice.Chooser;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Schedule.Deviation;
import java.io.IOException;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinimiserTest {
  private static final int DECISIONS = 100;
  private static final int[] ENABLED = {0, 1, 2};

  /** Actor 1 at each of these decisions, where actor 0 is the default. */
  private static Schedule at(int... decisions) {
    return new Schedule(
        IntStream.of(decisions).mapToObj(decision -> new Deviation(decision, 1)).toList());
  }

  /** A run whose fault needs actor 1 at some decisions. */
  private static boolean run(Chooser chooser, IntPredicate needed) {
    boolean shows = true;
    for (int decision = 0; decision < DECISIONS; decision++) {
      int actor = chooser.choose(decision, 0, ENABLED, ENABLED.length, 0, null);
      shows &= actor == 1 || !needed.test(decision);
    }
    return shows;
  }

  private static Schedule shortened(IntPredicate needed) throws IOException {
    Schedule all = at(IntStream.range(0, DECISIONS).filter(at -> at % 2 == 1).toArray());
    return new Minimiser(chooser -> run(chooser, needed)).shorten(all);
  }

  @Test
  void onlyWhatTheFaultNeedsIsLeft() throws IOException {
    assertThat(shortened(at -> at == 7 || at == 61)).isEqualTo(at(7, 61));
  }

  @Test
  void aFaultThatShowsByDefaultNeedsNothing() throws IOException {
    assertThat(shortened(at -> false)).isEqualTo(Schedule.DEFAULT);
  }

  @Test
  void whatTheFaultNeedsAllOfStays() throws IOException {
    IntPredicate all = at -> at % 2 == 1;
    assertThat(shortened(all).deviations()).hasSize(DECISIONS / 2);
  }

  @Test
  void choicesThatCannotBeTakenAreLeftOut() throws IOException {
    List<Deviation> more = List.of(new Deviation(3, 9), new Deviation(7, 1), new Deviation(8, 0));
    Schedule found = new Schedule(more);
    assertThat(new Minimiser(chooser -> run(chooser, at -> at == 7)).shorten(found))
        .isEqualTo(at(7));
  }
}
