package dev.lockjaw.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.Ending;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Scene;
import dev.lockjaw.transport.Protocol;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  private final Tally tally =
      new Tally(
          Cell.of(
              Scene.WRITE_FREE, Cells.strategy("plain"), Cells.transport("jsse"), Protocol.TLS_1_2),
          Limits.exhaust(0));

  private Verdict verdict(List<Finding> findings) {
    return tally.result(Extent.NONE, tally.counts(), findings, Ending.COMPLETE).verdict();
  }

  @Test
  void aFindingFailsACellHoweverFewRunsWereCounted() {
    assertThat(verdict(List.of(new Finding(FindingKind.STALL, "spins", List.of(), null))))
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void aCellThatWasNeverRunIsSkipped() {
    assertThat(verdict(List.of())).isEqualTo(Verdict.SKIPPED);
  }
}
