package dev.lockjaw.explore.programs;

import static org.assertj.core.api.Assertions.assertThat;

import example.Futures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Futures of woven code, in all interleavings with two preemptions. */
@Timeout(120)
class FuturesTest {
  @Test
  void tasksWithoutAnExecutorRace() throws Exception {
    assertThat(Outcomes.of(Futures.Race.class, 2)).containsExactly("1", "2");
  }

  @Test
  void aStageRunsWhereItsSourceIsCompleted() throws Exception {
    assertThat(Outcomes.of(Futures.Completing.class, 2)).containsExactly("asks", "completes");
  }

  @Test
  void anAsynchronousStageRunsOnAThreadOfTheRun() throws Exception {
    assertThat(Outcomes.of(Futures.Async.class, 2)).containsExactly("xy");
  }

  @Test
  void timeOutsAreOfTheRunsClock() throws Exception {
    assertThat(Outcomes.of(Futures.TimesOut.class, 2)).containsExactly("late default done");
  }

  @Test
  void aShortDelayIsOverAtAnyMoment() throws Exception {
    assertThat(Outcomes.of(Futures.Delayed.class, 2)).containsExactly("dx", "xd");
  }

  @Test
  void aLookSeesAFutureDoneOrNot() throws Exception {
    assertThat(Outcomes.of(Futures.Looks.class, 2))
        .containsExactly("nonefalse", "nonetrue", "x!true");
  }

  @Test
  void theFirstToCompleteWins() throws Exception {
    assertThat(Outcomes.of(Futures.Twice.class, 2)).containsExactly("one", "other");
  }

  @Test
  void aSubclassIsAFutureOfTheRun() throws Exception {
    assertThat(Outcomes.of(Futures.Subclass.class, 2)).containsExactly("n ArithmeticException");
  }

  @Test
  void aTaskOnAPlainThreadIsDoneOrNot() throws Exception {
    assertThat(Outcomes.of(Futures.Task.class, 2)).containsExactly("falsex", "truex");
  }

  @Test
  void aFutureThatNobodyCompletesIsAStall() throws Exception {
    assertThat(Outcomes.of(Futures.Stuck.class, 2)).containsExactly("stuck ");
  }
}
