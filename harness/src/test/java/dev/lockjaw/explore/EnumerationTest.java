package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.result.Schedule;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the explorer enumerates, against combinatorics and brute force. */
class EnumerationTest {
  @ParameterizedTest
  @CsvSource({"1, 2", "2, 6", "3, 20", "4, 70", "5, 252"})
  void twoActorsOfNStepsHaveTheCentralBinomialCoefficient(int steps, int interleavings) {
    assertThat(Exploration.full(new Steppers(true, steps, steps), Exploration.UNBOUNDED).count())
        .isEqualTo(interleavings);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 6", "2, 2, 2, 90", "1, 2, 3, 60", "3, 3, 2, 560"})
  void threeActorsHaveTheMultinomialCoefficient(int a, int b, int c, int interleavings) {
    assertThat(Exploration.full(new Steppers(true, a, b, c), Exploration.UNBOUNDED).count())
        .isEqualTo(interleavings);
  }

  static List<int[]> shapes() {
    return List.of(
        new int[] {4},
        new int[] {1, 5},
        new int[] {4, 4},
        new int[] {2, 3, 2},
        new int[] {1, 2, 1, 2});
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void boundedItRunsEachMergeWithinTheBoundOnce(int[] lengths) {
    Merges merges = new Merges(lengths);
    for (int bound = 0; bound <= 4; bound++) {
      Exploration explored = Exploration.full(new Steppers(true, lengths), bound);
      assertThat(explored.ran().stream().map(Ran::finalState))
          .as("within %d preemptions", bound)
          .containsExactlyInAnyOrderElementsOf(merges.within(bound));
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void countsPreemptionsAsDefined(int[] lengths) {
    Merges merges = new Merges(lengths);
    assertThat(Exploration.full(new Steppers(true, lengths), 3).ran())
        .allSatisfy(
            ran -> assertThat(ran.preemptions()).isEqualTo(merges.preemptions(ran.finalState())));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void fewestPreemptionsComeFirst(int[] lengths) {
    assertThat(Exploration.full(new Steppers(true, lengths), 3).ran())
        .extracting(Ran::preemptions)
        .isSorted()
        .startsWith(0);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void isTheSameTwice(int[] lengths) {
    Steppers toy = new Steppers(true, lengths);
    assertThat(Exploration.full(toy, 3)).isEqualTo(Exploration.full(toy, 3));
    assertThat(Exploration.pruned(toy, 3)).isEqualTo(Exploration.pruned(toy, 3));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyScheduleReplaysItsInterleaving(int[] lengths) {
    Steppers toy = new Steppers(true, lengths);
    try (ActorThreads workers = new ActorThreads()) {
      for (Ran ran : Exploration.of(toy, workers, 2, false).ran()) {
        Follower follower = new Follower(Schedule.parse(ran.schedule().text()).orElseThrow());
        assertThat(Ran.run(toy, workers, follower, true).finalState()).isEqualTo(ran.finalState());
        assertThat(follower.fits()).isTrue();
      }
    }
  }
}
