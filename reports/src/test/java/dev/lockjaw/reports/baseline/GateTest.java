package dev.lockjaw.reports.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.reports.Samples;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final Expectations BASELINE =
      Expectations.parse("x", "s l t stall leak\ncovers: tls1.2 s l,m t");

  private static List<CellLine> lines(CellResult... results) {
    return Stream.of(results).map(result -> new CellLine(result, Expected.PASS)).toList();
  }

  private static final List<CellLine> PROOF =
      lines(Samples.failed("write-free", "none", "t", Samples.bare(FindingKind.USE_AFTER_FREE)));

  private static Gate gate(CellResult... results) {
    return Gate.of(BASELINE, lines(results), PROOF, cell -> true);
  }

  private static CellResult stalled() {
    return Samples.failed(
        "s", "l", "t", Samples.bare(FindingKind.STALL), Samples.bare(FindingKind.LEAK));
  }

  @Test
  void passesIfEverythingIsAsExpected() {
    Gate gate = gate(stalled(), Samples.passed("s", "m", "t"));
    assertThat(gate.shut(true)).isFalse();
    assertThat(gate.untrustworthy()).isFalse();
  }

  @Test
  void failsOnANewFinding() {
    Gate gate = gate(stalled(), Samples.failed("s", "m", "t", Samples.bare(FindingKind.STALL)));
    assertThat(gate.news()).extracting(CellLine::shortName).containsExactly("s/m/t");
    assertThat(gate.shut(false)).isTrue();
  }

  /** A fault that stress has not shown may still be there. */
  @Test
  void nothingIsGoneBecauseStressDidNotShowIt() {
    Gate unseen = gate(Samples.stressed("s", "l", "t"), Samples.passed("s", "m", "t"));
    assertThat(unseen.gone()).isEmpty();
    assertThat(unseen.shut(true)).isFalse();
    Gate inPart =
        gate(
            Samples.stressed("s", "l", "t", Samples.bare(FindingKind.STALL)),
            Samples.passed("s", "m", "t"));
    assertThat(inPart.gone()).isEmpty();
    assertThat(inPart.news()).isEmpty();
  }

  @Test
  void failsIfACellIsMissingOrSkipped() {
    assertThat(gate(stalled()).lacking())
        .containsExactly(new Gate.Lacking(new CellId("s", "m", "t", "tls1.2"), null));
    Gate skipped = gate(stalled(), Samples.skipped("s", "m", "t", "no time"));
    assertThat(skipped.lacking())
        .containsExactly(new Gate.Lacking(new CellId("s", "m", "t", "tls1.2"), "no time"));
    assertThat(skipped.shut(false)).isTrue();
  }

  @Test
  void aShardNeedsOnlyItsOwnCells() {
    Gate gate = Gate.of(BASELINE, lines(stalled()), PROOF, cell -> cell.strategy().equals("l"));
    assertThat(gate.lacking()).isEmpty();
  }

  @Test
  void failsOnGoneFindingsOnlyIfStrict() {
    Gate all = gate(Samples.passed("s", "l", "t"), Samples.passed("s", "m", "t"));
    assertThat(all.gone()).hasSize(1).allMatch(Gate.Gone::all);
    assertThat(all.shut(false)).isFalse();
    assertThat(all.shut(true)).isTrue();

    Gate part =
        gate(
            Samples.failed("s", "l", "t", Samples.bare(FindingKind.LEAK)),
            Samples.passed("s", "m", "t"));
    assertThat(part.gone())
        .hasSize(1)
        .allMatch(gone -> gone.kinds().equals(List.of(FindingKind.STALL)) && !gone.all());
  }

  @Test
  void aFindingOfACellThatWasCutShortIsNotGone() {
    assertThat(gate(Samples.cutShort("s", "l", "t"), Samples.passed("s", "m", "t")).gone())
        .isEmpty();
  }

  @Test
  void errorsAndEmptyRunsAreUntrustworthy() {
    assertThat(gate().untrustworthy()).isTrue();
    assertThat(gate(Samples.skipped("s", "l", "t", "no")).ranNothing()).isTrue();
    Gate error = gate(stalled(), Samples.error("s", "m", "t", "no luck"));
    assertThat(error.untrustworthy()).isTrue();
    assertThat(error.errors()).hasSize(1);
  }

  @Test
  void aTransportWithoutAProofIsUntrustworthy() {
    List<CellLine> cells = lines(stalled(), Samples.passed("s", "m", "t"));
    assertThat(Gate.of(BASELINE, cells, List.of(), cell -> true).unproven()).containsExactly("t");
    Gate blind =
        Gate.of(BASELINE, cells, lines(Samples.passed("write-free", "none", "t")), cell -> true);
    assertThat(blind.unproven()).containsExactly("t");
    assertThat(blind.untrustworthy()).isTrue();
  }
}
