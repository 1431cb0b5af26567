package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.explore.choice.PriorityChooser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PriorityChooserTest {
  private static final Steppers TOY = new Steppers(true, 4, 4, 4);

  private final ActorThreads workers = new ActorThreads();

  @AfterEach
  void end() {
    workers.close();
  }

  private List<String> states(int runs) {
    List<String> states = new ArrayList<>();
    for (int seed = 0; seed < runs; seed++) {
      states.add(Ran.run(TOY, workers, new PriorityChooser(seed, 12), false).finalState());
    }
    return states;
  }

  @Test
  void theSameSeedsGiveTheSameInterleavings() {
    assertThat(states(100)).isEqualTo(states(100));
  }

  @Test
  void otherSeedsGiveOthers() {
    Merges merges = new Merges(4, 4, 4);
    Set<String> states = new HashSet<>(states(500));
    assertThat(states).hasSizeGreaterThan(50);
    assertThat(states).anyMatch(state -> merges.preemptions(state) >= 4);
  }

  @Test
  void itsScheduleReplays() {
    for (int seed = 0; seed < 200; seed++) {
      PriorityChooser chooser = new PriorityChooser(seed, 12);
      Ran ran = Ran.run(TOY, workers, chooser, false);
      Follower follower = new Follower(chooser.schedule());
      assertThat(Ran.run(TOY, workers, follower, false).steps()).isEqualTo(ran.steps());
      assertThat(follower.fits()).isTrue();
    }
  }
}
