package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.explore.Op.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left out as equivalent, and what never may be. */
class PruningTest {
  private static final Program INDEPENDENT = uses(List.of(0, 0, 0), List.of(1, 1, 1));
  private static final Program DEPENDENT = uses(List.of(0, 0, 0), List.of(0, 0, 0));
  private static final Program HALF = uses(List.of(0, 2, 0), List.of(1, 2, 1));

  private static Program uses(List<Integer> one, List<Integer> other) {
    return new Program(List.of(uses(one), uses(other)));
  }

  private static List<Op> uses(List<Integer> objects) {
    return objects.stream().map(object -> new Op(Kind.USE, object)).toList();
  }

  @Test
  void independentStepsHaveOneOutcomeAndFewSchedules() {
    Exploration full = Exploration.full(INDEPENDENT, Exploration.UNBOUNDED);
    Exploration pruned = Exploration.pruned(INDEPENDENT, Exploration.UNBOUNDED);
    assertThat(full.count()).isEqualTo(70);
    assertThat(full.outcomes()).hasSize(1).isEqualTo(pruned.outcomes());
    assertThat(pruned.count()).isLessThan(full.count() / 2);
    assertThat(pruned.pruned()).isPositive();
  }

  @Test
  void dependentStepsKeepEveryOrder() {
    Exploration pruned = Exploration.pruned(DEPENDENT, Exploration.UNBOUNDED);
    assertThat(pruned.outcomes())
        .hasSize(20)
        .isEqualTo(Exploration.full(DEPENDENT, Exploration.UNBOUNDED).outcomes());
  }

  @Test
  void stepsInPartDependentKeepTheOrdersThatDiffer() {
    Exploration full = Exploration.full(HALF, Exploration.UNBOUNDED);
    Exploration pruned = Exploration.pruned(HALF, Exploration.UNBOUNDED);
    assertThat(pruned.outcomes()).hasSize(2).isEqualTo(full.outcomes());
    assertThat(pruned.count()).isLessThan(full.count());
  }

  /** A step that names nothing touches everything, so that its order with any other counts. */
  @Test
  void stepsThatNameNothingKeepTheirOrder() {
    Program program = new Program(List.of(uses(List.of(0, 0)), List.of(new Op(Kind.USE_ALL, 0))));
    assertThat(Exploration.pruned(program, Exploration.UNBOUNDED).outcomes()).hasSize(3);
  }

  /** What a step touches without having said so beforehand counts as much. */
  @Test
  void touchesKeepTheirOrder() {
    Program program =
        new Program(
            List.of(
                List.of(new Op(Kind.USE, 0), new Op(Kind.TOUCH, 2)),
                List.of(new Op(Kind.USE, 1), new Op(Kind.TOUCH, 2))));
    assertThat(Exploration.pruned(program, Exploration.UNBOUNDED).outcomes()).hasSize(2);
  }

  @Test
  void withoutPruningNothingIsLeftOut() {
    assertThat(Exploration.full(INDEPENDENT, Exploration.UNBOUNDED).pruned()).isZero();
  }
}
