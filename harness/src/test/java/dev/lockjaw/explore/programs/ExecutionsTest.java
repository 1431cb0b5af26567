package dev.lockjaw.explore.programs;

import static org.assertj.core.api.Assertions.assertThat;

import example.Executions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Executors, schedulers and timers of woven code, in all interleavings with two preemptions. */
@Timeout(120)
class ExecutionsTest {
  @Test
  void aFullPoolLetsTheCallerRun() throws Exception {
    assertThat(Outcomes.of(Executions.CallerRuns.class, 2))
        .contains("abc", "c!ab", "ac!b")
        .allMatch(log -> log.indexOf('a') < log.indexOf('b') || log.startsWith("b"));
  }

  @Test
  void twoThreadsOfAPoolRace() throws Exception {
    assertThat(Outcomes.of(Executions.PlainSum.class, 2)).containsExactly("1", "2");
  }

  @Test
  void aSubclassSeesItsTasks() throws Exception {
    assertThat(Outcomes.of(Executions.Counting.class, 2)).containsExactly("<x>.!");
  }

  @Test
  void aTaskIsRefusedAfterTheShutdown() throws Exception {
    assertThat(Outcomes.of(Executions.Refused.class, 2)).containsExactly("ran", "refused");
  }

  @Test
  void aShutdownWakesThreadsThatSleep() throws Exception {
    assertThat(Outcomes.of(Executions.Woken.class, 2)).containsExactly("woken");
  }

  @Test
  void aCancelledTaskIsInterrupted() throws Exception {
    assertThat(Outcomes.of(Executions.Cancelled.class, 2)).containsExactly("", "woken");
  }

  @Test
  void allAndAnyAreWaitedFor() throws Exception {
    assertThat(Outcomes.of(Executions.AllAndAny.class, 2)).containsExactly("ab a", "ab b");
  }

  @Test
  void tasksAreTakenAsTheyAreDone() throws Exception {
    assertThat(Outcomes.of(Executions.InOrder.class, 2)).containsExactly("ab", "ba");
  }

  @Test
  void forkJoinPoolsHaveThreadsOfTheRun() throws Exception {
    assertThat(Outcomes.of(Executions.Forked.class, 2)).containsExactly("ac", "ca");
  }

  @Test
  void aPeriodicTaskTicksTwiceAtAnyMoment() throws Exception {
    assertThat(Outcomes.of(Executions.Ticks.class, 2))
        .containsExactly("c", "ct", "ctt", "tc", "tct", "ttc");
  }

  @Test
  void aLongDelayIsOverWhenNothingElseMoves() throws Exception {
    assertThat(Outcomes.of(Executions.Later.class, 2)).containsExactly("sxl", "xsl");
  }

  @Test
  void aTaskThatMakesTheNextEnds() throws Exception {
    assertThat(Outcomes.of(Executions.Rescheduled.class, 2)).containsExactly("tt");
  }

  @Test
  void ticksComeAsLongAsAThreadWaitsForThem() throws Exception {
    assertThat(Outcomes.of(Executions.Awaited.class, 2)).containsExactly("five");
  }

  @Test
  void aTimerEndsWithAnExceptionOfItsTask() throws Exception {
    assertThat(Outcomes.of(Executions.TimerDies.class, 2))
        .allMatch(log -> log.endsWith(" threw ArithmeticException"))
        .contains("a threw ArithmeticException");
  }

  @Test
  void aTimerTaskCancelsItself() throws Exception {
    assertThat(Outcomes.of(Executions.TimerTaskCancelled.class, 2)).containsExactly("t");
  }

  @Test
  void anExecutorInAStaticFieldIsNewInEachRun() throws Exception {
    assertThat(Outcomes.of(Executions.Static.class, 2)).containsExactly("xtrue");
  }
}
