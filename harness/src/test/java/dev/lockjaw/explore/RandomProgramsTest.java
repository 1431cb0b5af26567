package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Soundness, as a property of random programs: within the same bound the explorer runs exactly the
 * interleavings there are, and with pruning still reaches every final state and every finding.
 */
class RandomProgramsTest {
  private static final int PROGRAMS = 300;
  private static final int SPINNING = 30;

  private final ActorThreads workers = new ActorThreads();

  @AfterEach
  void end() {
    workers.close();
  }

  @Test
  void runsExactlyTheInterleavingsThereAre() {
    RandomPrograms programs = new RandomPrograms(1);
    for (int i = 0; i < PROGRAMS; i++) {
      Program program = programs.next();
      int bound = i % 3;
      ProgramModel model = new ProgramModel(program, bound);
      Exploration full = Exploration.of(program, workers, bound, false);
      Map<Integer, Long> schedules = new TreeMap<>();
      full.ran().forEach(one -> schedules.merge(one.preemptions(), 1L, Long::sum));
      assertThat(schedules).as("program %d, %s", i, program).isEqualTo(model.schedules());
      assertThat(full.finalStates()).as("program %d", i).isEqualTo(model.finalStates());
      assertThat(full.ran())
          .as("program %d: a fault is found where somebody is stuck", i)
          .allMatch(one -> one.complete() || !one.sightings().isEmpty());
    }
  }

  /** How often a loop comes round is not varied, but every state is reached all the same. */
  @Test
  void reachesEveryStateOfProgramsThatSpin() {
    RandomPrograms programs = RandomPrograms.spinning(3);
    int stuck = 0;
    for (int i = 0; i < SPINNING; i++) {
      Program program = programs.next();
      int bound = program.actors().size() == 2 ? i % 3 : 0; // more would take minutes
      Exploration all = Exploration.of(program, workers, bound, false);
      Exploration fewer = Exploration.of(program, workers, bound, true);
      ProgramModel model = new ProgramModel(program, bound);
      assertThat(all.finalStates())
          .as("program %d within %d preemptions: %s", i, bound, program)
          .containsAll(model.finalStates());
      assertThat(new ProgramModel(program, bound + 2).finalStates())
          .as("program %d: %s", i, program)
          .containsAll(all.finalStates());
      assertThat(fewer.outcomes()).as("program %d: %s", i, program).isEqualTo(all.outcomes());
      assertThat(all.ran())
          .as("program %d: a fault is found where one is stuck, and only there", i)
          .allMatch(one -> one.complete() == one.sightings().isEmpty());
      stuck += model.deadEnds().isEmpty() ? 0 : 1;
    }
    assertThat(stuck).isBetween(SPINNING / 10, SPINNING * 9 / 10);
  }

  @Test
  void pruningLosesNoOutcome() {
    RandomPrograms programs = new RandomPrograms(2);
    long full = 0;
    long pruned = 0;
    for (int i = 0; i < PROGRAMS; i++) {
      Program program = programs.next();
      int bound = i % 4;
      Exploration all = Exploration.of(program, workers, bound, false);
      Exploration fewer = Exploration.of(program, workers, bound, true);
      assertThat(fewer.outcomes())
          .as("program %d within %d preemptions: %s", i, bound, program)
          .isEqualTo(all.outcomes());
      assertThat(fewer.count()).isLessThanOrEqualTo(all.count());
      full += all.count();
      pruned += fewer.count();
    }
    assertThat(pruned).isLessThan(full / 2);
  }
}
