package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.explore.Op.Kind;
import dev.lockjaw.result.FindingKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Blocking: schedules counted against the model, and opposite lock orders. */
class MutexProgramsTest {
  private static List<Op> guarded(int... locks) {
    List<Op> ops = new java.util.ArrayList<>();
    for (int lock : locks) {
      ops.add(new Op(Kind.LOCK, lock));
    }
    ops.add(new Op(Kind.USE, 0));
    ops.add(new Op(Kind.USE, 0));
    for (int lock : locks) {
      ops.add(new Op(Kind.UNLOCK, lock));
    }
    return ops;
  }

  private static final Program SAME_LOCK = new Program(List.of(guarded(0), guarded(0)));
  private static final Program SAME_ORDER = new Program(List.of(guarded(0, 1), guarded(0, 1)));
  private static final Program INVERTED = new Program(List.of(guarded(0, 1), guarded(1, 0)));
  private static final Program CIRCLE =
      new Program(List.of(guarded(0, 1), guarded(1, 2), guarded(2, 0)));

  private static Exploration likeTheModel(Program program, int bound) {
    ProgramModel model = new ProgramModel(program, bound);
    Exploration full = Exploration.full(program, bound);
    Map<Integer, Long> schedules = new TreeMap<>();
    full.ran().forEach(ran -> schedules.merge(ran.preemptions(), 1L, Long::sum));
    assertThat(schedules).isEqualTo(model.schedules());
    assertThat(full.finalStates()).isEqualTo(model.finalStates());
    return full;
  }

  @Test
  void criticalSectionsNeverInterleave() {
    Exploration full = likeTheModel(SAME_LOCK, Exploration.UNBOUNDED);
    assertThat(full.outcomes()).hasSize(2).noneMatch(outcome -> outcome.contains("stuck"));
  }

  @Test
  void oneOrderNeverDeadlocks() {
    assertThat(likeTheModel(SAME_ORDER, Exploration.UNBOUNDED).kinds()).isEmpty();
  }

  @Test
  void twoOrdersDeadlockWithOnePreemption() {
    Exploration full = likeTheModel(INVERTED, Exploration.UNBOUNDED);
    assertThat(full.kinds()).containsExactly(FindingKind.DEADLOCK);
    assertThat(full.first(FindingKind.DEADLOCK).preemptions()).isEqualTo(1);
    assertThat(full.ran()).allMatch(ran -> ran.complete() == ran.sightings().isEmpty());
  }

  @Test
  void aCircleOfThreeDeadlocksWithOnePreemption() {
    assertThat(likeTheModel(CIRCLE, 0).kinds()).isEmpty();
    assertThat(likeTheModel(CIRCLE, 1).kinds()).containsExactly(FindingKind.DEADLOCK);
  }
}
