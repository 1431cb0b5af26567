package dev.lockjaw.reports.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.reports.Golden;
import dev.lockjaw.reports.Samples;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BaselineTextTest {
  private static List<CellLine> unjudged(CellResult... results) {
    return Stream.of(results).map(result -> new CellLine(result, Expected.PASS)).toList();
  }

  private static CellResult cell(
      String scenario, String strategy, String transport, String protocol, FindingKind... kinds) {
    List<Finding> findings = Stream.of(kinds).map(Samples::bare).toList();
    return new CellResult(
        new CellId(scenario, strategy, transport, protocol),
        Mode.EXPLORE,
        findings.isEmpty() ? Verdict.PASS : Verdict.FAIL,
        new Extent(2, true),
        Counts.of(20, findings.size()),
        Times.elapsed(1).withConnect(1),
        1,
        findings,
        Ending.COMPLETE);
  }

  /** Every cell is as the baseline written from it expects, and every cell is covered. */
  private static void assertRoundTrip(List<CellLine> cells) {
    Expectations read = Expectations.parse("written", BaselineText.of(cells));
    Gate gate = Gate.of(read, cells, List.of(), cell -> true);
    assertThat(gate.news()).isEmpty();
    assertThat(gate.gone()).isEmpty();
    assertThat(gate.lacking()).isEmpty();
    assertThat(read.covered()).hasSize(cells.size());
    List<CellLine> again = new ArrayList<>(gate.cells());
    assertThat(BaselineText.of(again)).isEqualTo(BaselineText.of(cells));
  }

  @Test
  void matchesTheGoldenFile() {
    Golden.assertMatches("baseline.txt", BaselineText.of(Samples.asExpected()));
  }

  @Test
  void readsBack() {
    assertRoundTrip(Samples.asExpected());
  }

  @Test
  void transportsAndVersionsMayDiffer() {
    List<CellLine> cells =
        unjudged(
            cell("s", "l", "a", "tls1.2", FindingKind.STALL),
            cell("s", "l", "a", "tls1.3", FindingKind.STALL),
            cell("s", "l", "b", "tls1.2", FindingKind.STALL),
            cell("s", "l", "b", "tls1.3"),
            cell("s", "l", "c", "tls1.2", FindingKind.LEAK, FindingKind.STALL),
            cell("s", "l", "c", "tls1.3", FindingKind.STALL, FindingKind.LEAK),
            cell("s", "l", "d", "tls1.3", FindingKind.DEADLOCK),
            cell("s", "m", "a", "tls1.2"),
            cell("t", "l", "a", "tls1.2"));

    assertThat(BaselineText.of(cells).lines().filter(line -> !line.startsWith("#")))
        .containsExactly(
            "",
            "s           l         a,b/tls1.2  stall",
            "s           l         c           leak stall",
            "s           l         d           deadlock",
            "",
            "covers: tls1.2  s  l  a,b,c",
            "covers: tls1.2  s  m  a",
            "covers: tls1.3  s  l  a,b,c,d",
            "covers: tls1.2  t  l  a");
    assertRoundTrip(cells);
  }

  @Test
  void aLineForAVersionPrecedesTheOthers() {
    Expectations read =
        Expectations.parse("x", "s l a stall\ns l a/tls1.3 leak\ncovers: tls1.3 s l a,b");

    assertThat(read.judge(cell("s", "l", "a", "tls1.3", FindingKind.LEAK)).outcome())
        .isEqualTo(Outcome.FAILED_AS_EXPECTED);
    assertThat(read.judge(cell("s", "l", "a", "tls1.3", FindingKind.STALL)).outcome())
        .isEqualTo(Outcome.FAILED);
    assertThat(read.judge(cell("s", "l", "a", "tls1.2", FindingKind.STALL)).outcome())
        .isEqualTo(Outcome.FAILED_AS_EXPECTED);
  }

  @Test
  void aRunWithoutFailuresIsStillCovered() {
    assertRoundTrip(unjudged(cell("s", "l", "a", "tls1.2")));
  }

  @Test
  void skippedCellsAreNotCovered() {
    CellResult skipped = Samples.skipped("s", "l", "t", "no such library");
    String text = BaselineText.of(unjudged(cell("s", "l", "a", "tls1.2"), skipped));
    assertThat(Expectations.parse("x", text).covered()).hasSize(1);
    assertThatThrownBy(() -> BaselineText.of(unjudged(skipped)))
        .isInstanceOf(UnfitResultsException.class)
        .hasMessage("nothing was run, so there is nothing for a baseline");
  }

  @Test
  void aLongListOfScenariosIsBroken() {
    List<CellLine> cells = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      cells.addAll(unjudged(cell("scenario-" + i, "l", "a", "tls1.2")));
    }
    assertThat(BaselineText.of(cells).lines()).allMatch(line -> line.length() <= 100);
    assertRoundTrip(cells);
  }

  @Test
  void unfitResultsAreRefused() {
    CellResult error = Samples.error("s", "l", "t", "no luck");
    assertThatThrownBy(() -> BaselineText.of(unjudged(error)))
        .hasMessage(
            "Lockjaw failed at s/l/t/tls1.2 (no luck); write a baseline from a run without errors");
    assertThatThrownBy(() -> BaselineText.of(unjudged(Samples.failed("s", "l", "t"))))
        .hasMessage("s/l/t/tls1.2 failed without evidence");
    for (String name : List.of("a b", "a,b", "a#b", "a/b", "")) {
      assertThatThrownBy(() -> BaselineText.of(unjudged(cell("s", name, "t", "tls1.2"))))
          .isInstanceOf(UnfitResultsException.class)
          .hasMessageContaining("'" + name + "' can't be written in a baseline");
    }
  }

  @Test
  void linesOfCoverageAreCheckedToo() {
    assertThatThrownBy(() -> Expectations.parse("my.txt", "\ncovers: tls1.2 s l"))
        .hasMessage(
            "my.txt, line 2: 'covers: tls1.2 s l' is not covers: with a TLS version, scenarios,"
                + " strategies and transports");
    assertThatThrownBy(() -> Expectations.parse("my.txt", "covers: tls1.2 s, l t"))
        .hasMessage("my.txt, line 1: 's,' has an empty name in it");
  }
}
