package dev.lockjaw.reports.text;

import static dev.lockjaw.result.FindingKind.DEADLOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.explain.Style;
import dev.lockjaw.reports.Golden;
import dev.lockjaw.reports.Samples;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Verdict;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
  private static final Duration WALL = Duration.ofMillis(1500);

  private static String firstLine(List<CellLine> cells) {
    return Summary.of(cells, WALL, 80, Style.PLAIN).lines().findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 160})
  void hasCountsAndSpeed(int width) {
    String summary = Summary.of(Samples.asExpected(), WALL, width, Style.PLAIN);
    Golden.assertMatches("summary-" + width + ".txt", summary);
    assertThat(Golden.widest(summary)).isLessThanOrEqualTo(width);
  }

  @Test
  void theFirstLineCountsCellsThatDidNotRunCompletely() {
    assertThat(firstLine(Samples.mixed()))
        .isEqualTo(
            "9 cells: 3 pass (1 expected to fail), 3 fail (2 not expected), 1 error, 2 skipped;"
                + " 1 cut short by the budget, 1 not reached");
  }

  @Test
  void theFirstLineCountsCellsCutShortForAnotherReason() {
    CellLine budget = new CellLine(Samples.cutShort("s", "l", "t"), Expected.PASS);
    CellLine interrupted =
        new CellLine(
            Samples.result(
                "s",
                "l",
                "t",
                Verdict.PASS,
                false,
                List.of(),
                new Ending(EndingKind.INTERRUPTED, "interrupted after 20 schedules")),
            Expected.PASS);
    assertThat(firstLine(List.of(interrupted)))
        .isEqualTo("1 cell: 1 pass, 0 fail, 0 error, 0 skipped; 1 cut short");
    assertThat(firstLine(List.of(interrupted, budget)))
        .endsWith("; 1 cut short by the budget, 1 otherwise");
  }

  @Test
  void stressIsCountedInIterationsRacesAndTheTimeToTheFirstFinding() {
    Expected known = Expected.failure(List.of());
    List<CellLine> cells =
        List.of(
            new CellLine(Samples.stressed("relay", "plain", "bc", Samples.bare(DEADLOCK)), known),
            new CellLine(Samples.stressed("relay", "global", "bc"), known),
            new CellLine(Samples.stressed("relay", "none", "bc"), Expected.PASS));
    assertThat(Summary.of(cells, WALL, 80, Style.PLAIN).lines())
        .containsSequence(
            "3 cells: 2 pass (1 known to fail, but not seen), 1 fail (all expected), 0 error, 0"
                + " skipped",
            "",
            "transport  cells  iterations  per second  races  handshakes  bound",
            "bc             3       9,000       2,000    360        33 %  6,000")
        .contains("9,000 iterations in 1.5 s: 6,000 a second, all jobs together.")
        .containsSequence(
            "scenario  fail  not seen  median  latest  iterations",
            "relay        1         1  4.3 ms  4.3 ms          11");
  }

  @Test
  void anEmptyRunHasNoSpeed() {
    assertThat(Summary.of(List.of(), Duration.ZERO, 80, Style.PLAIN))
        .isEqualTo("0 cells: 0 pass, 0 fail, 0 error, 0 skipped\n");
  }

  @Test
  void withoutAWallTimeThereIsNoPace() {
    assertThat(Summary.of(Samples.asExpected(), Duration.ZERO, 80, Style.PLAIN))
        .doesNotContain("all jobs together");
  }

  @Test
  void aBadRunHasARedFirstLine() {
    assertThat(Summary.of(Samples.mixed(), WALL, 80, Style.ANSI)).startsWith("\u001b[1m\u001b[31m");
    assertThat(Summary.of(Samples.asExpected(), WALL, 80, Style.ANSI))
        .startsWith("\u001b[1m324 cells");
  }
}
