package dev.lockjaw.reports.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.explain.Style;
import dev.lockjaw.reports.Samples;
import dev.lockjaw.reports.text.CellText;
import dev.lockjaw.reports.text.Sign;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellLineTest {
  private static final Expected KNOWN = Expected.failure(List.of(FindingKind.DEADLOCK));

  @Test
  void aPassIsAsExpectedOrAFailureGone() {
    CellResult passed = Samples.passed("s", "l", "t");
    assertThat(new CellLine(passed, Expected.PASS).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(new CellLine(passed, KNOWN).outcome()).isEqualTo(Outcome.GONE);
  }

  /** Stress proves no absence, so what is known to fail isn't gone for not having been seen. */
  @Test
  void aPassUnderStressOfWhatIsKnownToFailIsNotSeenRatherThanGone() {
    CellResult passed = Samples.stressed("s", "l", "t");
    CellLine known = new CellLine(passed, KNOWN);
    assertThat(new CellLine(passed, Expected.PASS).outcome()).isEqualTo(Outcome.PASSED);
    assertThat(known.outcome()).isEqualTo(Outcome.UNSEEN);
    assertThat(known.outcome().unexpected()).isFalse();
    assertThat(known.cutShort()).isFalse();
    assertThat(Sign.of(known)).isEqualTo("ok?");
    assertThat(CellText.line(known, 80, Style.PLAIN))
        .isEqualTo("ok?  s/l/t  known to fail, but not seen: 3000 iterations pass");
  }

  @Test
  void aFailureUnderStressIsJudgedAsAnyOther() {
    CellResult dead = Samples.stressed("s", "l", "t", Samples.deadlock());
    assertThat(new CellLine(dead, KNOWN).outcome()).isEqualTo(Outcome.FAILED_AS_EXPECTED);
    assertThat(new CellLine(dead, Expected.PASS).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aPassThatWasCutShortProvesNothing() {
    CellResult cut = Samples.cutShort("s", "l", "t");
    assertThat(new CellLine(cut, Expected.PASS).outcome()).isEqualTo(Outcome.CUT_SHORT);
    assertThat(new CellLine(cut, KNOWN).outcome()).isEqualTo(Outcome.CUT_SHORT);
    assertThat(new CellLine(cut, KNOWN).cutByBudget()).isTrue();
  }

  @Test
  void aFailureIsExpectedOnlyIfAllItsKindsAre() {
    CellResult dead = Samples.failed("s", "l", "t", Samples.deadlock());
    CellResult more = Samples.failed("s", "l", "t", Samples.deadlock(), Samples.doubleLock());
    assertThat(new CellLine(dead, KNOWN).outcome()).isEqualTo(Outcome.FAILED_AS_EXPECTED);
    assertThat(new CellLine(more, KNOWN).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(new CellLine(more, KNOWN).news()).containsExactly(Samples.doubleLock());
    assertThat(new CellLine(more, Expected.failure(List.of())).outcome())
        .isEqualTo(Outcome.FAILED_AS_EXPECTED);
    assertThat(new CellLine(dead, Expected.PASS).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void aFailureWithoutEvidenceIsNeverExpected() {
    CellLine cell = new CellLine(Samples.failed("s", "l", "t"), KNOWN);
    assertThat(cell.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(CellText.line(cell, 80, Style.PLAIN)).contains("without evidence");
  }

  @Test
  void whatWasNotRunIsNeitherGoodNorBad() {
    CellResult skipped = Samples.notReached("s", "l", "t");
    CellResult error = Samples.error("s", "l", "t", "why");
    assertThat(new CellLine(skipped, KNOWN).outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(new CellLine(skipped, KNOWN).notReached()).isTrue();
    assertThat(new CellLine(error, KNOWN).outcome()).isEqualTo(Outcome.ERROR);
    assertThat(new CellLine(error, KNOWN).cutShort()).isFalse();
    assertThat(new CellLine(skipped, KNOWN).schedulesPerSecond()).isZero();
  }

  @Test
  void ratesAreBySecond() {
    assertThat(new CellLine(Samples.passed("s", "l", "t"), KNOWN).schedulesPerSecond())
        .isEqualTo(1600);
  }

  @Test
  void nobodyExpectsAnError() {
    assertThatThrownBy(() -> new Expected(Verdict.ERROR, List.of()))
        .hasMessage("'error' can't be expected of a cell");
  }
}
