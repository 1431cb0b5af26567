package dev.lockjaw.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.explain.Style;
import dev.lockjaw.reports.Golden;
import dev.lockjaw.reports.Samples;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixTest {
  @ParameterizedTest
  @ValueSource(ints = {80, 160})
  void transportsThatAgreeShareATable(int width) {
    String matrix = Matrix.of(Samples.asExpected(), width, Style.PLAIN);
    Golden.assertMatches("matrix-" + width + ".txt", matrix);
    assertThat(Golden.widest(matrix)).isLessThanOrEqualTo(width);
  }

  @Test
  void transportsThatDifferHaveATableEach() {
    Golden.assertMatches("matrix-mixed.txt", Matrix.of(Samples.mixed(), 80, Style.PLAIN));
  }

  @Test
  void coloursShowHowACellCompares() {
    String matrix = Matrix.of(Samples.mixed(), 80, Style.ANSI);
    assertThat(matrix)
        .contains("\u001b[32mok\u001b[0m")
        .contains("\u001b[31mDLK!\u001b[0m")
        .contains("\u001b[33mUAF\u001b[0m")
        .contains("\u001b[2mskip\u001b[0m");
    assertThat(matrix.replaceAll("\u001b\\[\\d+m", ""))
        .isEqualTo(Matrix.of(Samples.mixed(), 80, Style.PLAIN));
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 40, 60, 79, 81, 120})
  void noLineIsWiderThanTheLimit(int width) {
    String matrix = Matrix.of(Samples.asExpected(), width, Style.PLAIN);
    assertThat(Golden.widest(matrix)).isLessThanOrEqualTo(width);
    assertThat(matrix).containsPattern("(?m)^rela.* ok$").contains("DLK");
  }

  @Test
  void theWorstOfSeveralKindsIsShown() {
    Finding race = Samples.bare(FindingKind.DATA_RACE);
    Finding use = Samples.bare(FindingKind.USE_AFTER_FREE);
    assertThat(matrix(race, use, race))
        .contains("  UAF+", "+    not what the baseline expects, and");
    assertThat(matrix(race, race)).contains("  RAC!", "!    not what").doesNotContain("+");
  }

  private static String matrix(Finding... findings) {
    CellLine cell = new CellLine(Samples.failed("s", "l", "t", findings), Expected.PASS);
    return Matrix.of(List.of(cell), 160, Style.PLAIN);
  }

  @Test
  void strategiesThatDoNotFitSideBySideGoBelow() {
    List<CellLine> cells = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      cells.add(new CellLine(Samples.passed("s", "strategy-" + i, "t"), Expected.PASS));
    }
    String matrix = Matrix.of(cells, 80, Style.PLAIN);
    assertThat(matrix).contains("strategy-0", "strategy-29");
    assertThat(matrix.split("\\bok\\b", -1)).hasSize(31);
    assertThat(Golden.widest(matrix)).isLessThanOrEqualTo(80);
  }

  @Test
  void aCellThatWasRunTwiceIsShownTwice() {
    CellLine cell = new CellLine(Samples.cutShort("s", "l", "t"), Expected.PASS);
    CellLine again = new CellLine(Samples.passed("s", "l", "t"), Expected.PASS);
    assertThat(Matrix.of(List.of(cell, again), 80, Style.PLAIN)).contains("  ...", "  ok");
  }

  @Test
  void namesAreCleanedAndCut() {
    String bad = "\u001b[2J" + "x".repeat(200);
    CellLine cell = new CellLine(Samples.passed(bad, bad, bad), Expected.PASS);
    String matrix = Matrix.of(List.of(cell), 80, Style.PLAIN);
    assertThat(matrix).doesNotContain("\u001b").contains("?[2Jxxx");
    assertThat(Golden.widest(matrix)).isLessThanOrEqualTo(80);
  }
}
