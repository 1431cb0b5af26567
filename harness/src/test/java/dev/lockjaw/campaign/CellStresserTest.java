package dev.lockjaw.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Scene;
import dev.lockjaw.transport.Protocol;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class CellStresserTest {
  private final Cells cells = new Cells();

  @AfterEach
  void end() {
    assertThat(cells.workers.lost()).isZero();
    cells.close();
  }

  private static Cell cell(Scene scene, String strategy, String transport) {
    return Cell.of(scene, Cells.strategy(strategy), Cells.transport(transport), Protocol.TLS_1_2);
  }

  /**
   * One in eight iterations meets, on two busy cores and on one (3,000 measured on each). The
   * probability that none of 400 does is below 1e-20.
   */
  @ParameterizedTest
  @ValueSource(strings = {"jsse", "bc"})
  void findsAFreeThatMeetsAWrite(String transport) throws IOException {
    CellResult result = cells.stress(cell(Scene.WRITE_FREE, "none", transport), 400);
    assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(result.findings())
        .extracting(Finding::kind)
        .containsAnyOf(FindingKind.USE_AFTER_FREE, FindingKind.FREE_IN_USE);
    assertThat(result.counts().races()).isPositive().isLessThanOrEqualTo(400);
    assertThat(result.counts().failing()).isPositive().isLessThanOrEqualTo(result.counts().races());
    assertThat(result.times().firstFindingSchedule()).isBetween(1L, 400L);
    assertThat(result.times().firstFindingMs()).isPositive().isLessThan(result.times().elapsedMs());
    assertThat(result.findings())
        .allSatisfy(
            finding -> {
              assertThat(finding.token()).isNull();
              assertThat(finding.interleaving()).isEmpty();
              assertThat(finding.threads())
                  .allSatisfy(thread -> assertThat(thread.stack()).isNotEmpty());
            });
  }

  @ParameterizedTest
  @EnumSource(Scene.class)
  void queueDrainPassesEverything(Scene scene) throws IOException {
    for (String transport : List.of("jsse", "bc")) {
      CellResult result = cells.stress(cell(scene, "queue-drain", transport), 100);
      assertThat(result.findings()).isEmpty();
      assertThat(result.verdict()).isEqualTo(Verdict.PASS);
      assertThat(result.counts().schedules()).isEqualTo(100);
      assertThat(result.counts().races()).as("one operation at a time").isZero();
    }
  }

  /** It depends on no other thread, so every iteration shows it. */
  @Test
  void countsTheIterationsThatFail() throws IOException {
    CellResult result = cells.stress(cell(Scene.SEND_IN_CALLBACK, "plain", "bc"), 50);
    Finding doubleLock =
        result.findings().stream()
            .filter(finding -> finding.kind() == FindingKind.DOUBLE_LOCK)
            .findFirst()
            .orElseThrow();
    assertThat(doubleLock.threads().get(0).held().get(0).since()).isNotEmpty();
    assertThat(result.counts().failing()).isPositive();
    assertThat(result.findings())
        .extracting(finding -> finding.kind() + finding.message())
        .doesNotHaveDuplicates();
    assertThat(result.mode()).isEqualTo(Mode.STRESS);
    assertThat(result.extent().exhausted()).isFalse();
    assertThat(result.times().connectMs()).isPositive().isLessThan(result.times().elapsedMs());
  }

  @Test
  void anInterruptedStressKeepsItsResults() throws IOException {
    CellResult result = cells.stress(cell(Scene.WRITE_WRITE, "plain", "bc"), 3);
    assertThat(result.verdict()).isEqualTo(Verdict.PASS);
    assertThat(result.counts().schedules()).isEqualTo(3);
    assertThat(result.ending().text()).isEqualTo("interrupted after 3 iterations");
  }

  @Test
  void withoutTimeItIsSkipped() throws IOException {
    assertThat(cells.stress(cell(Scene.WRITE_WRITE, "plain", "bc"), 0).verdict())
        .isEqualTo(Verdict.SKIPPED);
  }

  /** This happens when a machine pauses for the whole share of the cell. */
  @Test
  void aCellWhoseTimeEndsBeforeItBeginsIsNotReached() {
    Limits past = new Limits(Mode.STRESS, 0, false, System.nanoTime() - 1, false, 1);
    try (InThisJvm runner = new InThisJvm()) {
      CellResult result =
          runner.run(cell(Scene.WRITE_WRITE, "plain", "bc"), () -> past, RunControl.NONE);
      assertThat(result.verdict()).isEqualTo(Verdict.SKIPPED);
      assertThat(result.ending().text()).isEqualTo("not reached within the budget");
    }
  }
}
