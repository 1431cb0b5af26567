package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.explore.choice.PriorityChooser;
import dev.lockjaw.explore.choice.RandomChooser;
import dev.lockjaw.explore.choice.SamplingChooser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RandomChooserTest {
  private static final Steppers TOY = new Steppers(true, 4, 4, 4);

  /** The ways to draw a schedule. */
  enum Way {
    PRIORITIES(seed -> new PriorityChooser(seed, 12)),
    SAMPLES(SamplingChooser::new);

    private final LongFunction<RandomChooser> make;

    Way(LongFunction<RandomChooser> make) {
      this.make = make;
    }
  }

  private final ActorThreads workers = new ActorThreads();

  @AfterEach
  void end() {
    workers.close();
  }

  private List<String> states(Way way, int runs) {
    List<String> states = new ArrayList<>();
    for (int seed = 0; seed < runs; seed++) {
      states.add(Ran.run(TOY, workers, way.make.apply(seed), false).finalState());
    }
    return states;
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedsGiveTheSameInterleavings(Way way) {
    assertThat(states(way, 100)).isEqualTo(states(way, 100));
  }

  @ParameterizedTest
  @EnumSource
  void otherSeedsGiveOthers(Way way) {
    Merges merges = new Merges(4, 4, 4);
    Set<String> states = new HashSet<>(states(way, 500));
    assertThat(states).hasSizeGreaterThan(50);
    assertThat(states).anyMatch(state -> merges.preemptions(state) >= 4);
  }

  @ParameterizedTest
  @EnumSource
  void itsScheduleReplays(Way way) {
    for (int seed = 0; seed < 200; seed++) {
      RandomChooser chooser = way.make.apply(seed);
      Ran ran = Ran.run(TOY, workers, chooser, false);
      Follower follower = new Follower(chooser.schedule());
      assertThat(Ran.run(TOY, workers, follower, false).steps()).isEqualTo(ran.steps());
      assertThat(follower.fits()).isTrue();
    }
  }

  /** Once in 21 schedules. */
  @Test
  void aStepMayWellComeAfterTwentyOthers() {
    Object met = new Object();
    int late = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      SamplingChooser chooser = new SamplingChooser(seed);
      chooser.next(1, met);
      int steps = 0;
      int moved = 0;
      while (moved == 0 && steps < 20) {
        chooser.next(0, steps++ == 19 ? met : new Object());
        moved = chooser.choose(steps, 0, new int[] {0, 1}, 2, 0, null);
      }
      late += moved == 0 ? 1 : 0;
    }
    assertThat(late).isBetween(30, 65);
  }
}
