package dev.lockjaw.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A harmless finding hides no other. */
class WorstFirstTest {
  private static final Finding RACE = finding(FindingKind.DATA_RACE, "race");
  private static final Finding FREED = finding(FindingKind.USE_AFTER_FREE, "freed");
  private static final Finding AGAIN = finding(FindingKind.USE_AFTER_FREE, "freed again");
  private static final Finding STUCK = finding(FindingKind.DEADLOCK, "stuck");

  private static Finding finding(FindingKind kind, String message) {
    return new Finding(kind, message, List.of(), null);
  }

  @Test
  void findingsAreReadByKindAndThenAsTheyWereFound() {
    assertThat(WorstFirst.of(List.of(RACE, FREED, STUCK, AGAIN)))
        .containsExactly(STUCK, FREED, AGAIN, RACE);
  }

  @Test
  void theOtherKindsAreNamedOnce() {
    List<Finding> all = List.of(RACE, FREED, STUCK, AGAIN);
    assertThat(WorstFirst.others(STUCK, all)).isEqualTo("; also use-after-free, data-race");
    assertThat(WorstFirst.others(RACE, all)).isEqualTo("; also deadlock, use-after-free");
    assertThat(WorstFirst.others(FREED, List.of(FREED, AGAIN))).isEmpty();
  }
}
