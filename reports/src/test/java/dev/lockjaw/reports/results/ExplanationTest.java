package dev.lockjaw.reports.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.Interleaving;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.explain.Style;
import dev.lockjaw.reports.Golden;
import dev.lockjaw.reports.Samples;
import dev.lockjaw.reports.text.CellText;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Passing;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Step;
import dev.lockjaw.result.Token;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTest {
  private static CellResult cell(String name) {
    return switch (name) {
      case "double-lock" ->
          Samples.failed("double-lock-ping", "plain", "jsse", Samples.doubleLock());
      case "deadlock" ->
          Samples.failed("ping-send-inversion", "recursive", "jsse", Samples.deadlock());
      case "beside-passing" ->
          Samples.failed("write-free", "none", "jsse", Samples.besidePassing());
      default -> Samples.failed("write-free", "none", "jsse", Samples.nullDereference());
    };
  }

  @ParameterizedTest
  @CsvSource({
    "double-lock, 80",
    "double-lock, 160",
    "deadlock, 80",
    "deadlock, 160",
    "null-dereference, 80",
    "null-dereference, 160",
    "beside-passing, 80",
    "beside-passing, 160"
  })
  void tellsAllThatARepairNeeds(String name, int width) {
    String text = Explanation.of(cell(name), ReplayLine.BARE, width, Style.PLAIN);
    Golden.assertMatches("explanation-" + name + "-" + width + ".txt", text);
    assertThat(Golden.widest(text)).isLessThanOrEqualTo(width);
  }

  @Test
  void coloursChangeNoText() {
    String plain = Explanation.of(cell("deadlock"), ReplayLine.BARE, 80, Style.PLAIN);
    String colour = Explanation.of(cell("deadlock"), ReplayLine.BARE, 80, Style.ANSI);
    assertThat(colour).isNotEqualTo(plain);
    assertThat(colour.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 160})
  void hostileStringsNeitherActNorWiden(int width) {
    Finding hostile = Samples.hostile().shownBy(null, Samples.hostile().interleaving());
    String text =
        Explanation.of(Samples.failed("s", "l", "t"), hostile, ReplayLine.BARE, width, Style.PLAIN);
    assertThat(text).contains("WWW");
    assertThat(text.chars().filter(c -> c != '\n' && Character.isISOControl(c))).isEmpty();
    assertThat(text).doesNotContain("\u202e", "\u2028");
    assertThat(Golden.widest(text)).isLessThanOrEqualTo(width);
  }

  @Test
  void aHostileTokenIsQuotedForTheShell() {
    Finding finding = Samples.deadlock().shownBy("LJ1/a;rm -rf '/'/\n0", List.of());
    assertThat(
            Explanation.of(
                Samples.failed("s", "l", "t"), finding, ReplayLine.BARE, 80, Style.PLAIN))
        .endsWith("  scripts/lockjaw replay 'LJ1/a;rm -rf '\\''/'\\''/ 0'\n");
  }

  @Test
  void aTokenThatDoesNotFitIsStillOneCommand() {
    String token = "LJ1/" + "x".repeat(70);
    Finding finding = Samples.deadlock().shownBy(token, List.of());
    assertThat(
            Explanation.of(
                Samples.failed("s", "l", "t"), finding, ReplayLine.BARE, 80, Style.PLAIN))
        .endsWith("  scripts/lockjaw replay \\\n  " + token + "\n");
  }

  @Test
  void manyThreadsAreNamedInsteadOfGivenColumns() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      steps.add(new Step("writer-" + i, "enter write"));
    }
    assertThat(Interleaving.lines(steps, 80))
        .contains("1.  writer-0: enter write", "9.  writer-8: enter write <-- here");
    assertThat(Interleaving.lines(steps, 160)).first().asString().contains("writer-0  ");
  }

  @Test
  void stepsThatAreTooWideWrapInTheirColumn() {
    String action = "lock something with a long name";
    List<Step> steps = List.of(new Step("a", action), new Step("b", action));
    assertThat(Interleaving.lines(steps, 42))
        .containsExactly(
            "    a                   b",
            "1.  lock something",
            "    with a long name",
            "2.                      lock something",
            "                        with a long name",
            "                        <-- here");
  }

  @Test
  void theMiddleOfALongInterleavingIsLeftOut() {
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i <= 20_000; i++) {
      steps.add(new Step("a", "step " + i));
    }
    assertThat(Interleaving.lines(steps, 80))
        .hasSize(122)
        .contains("   20.  step 20", "19901.  step 19901", "20000.  step 20000 <-- here")
        .anyMatch(line -> line.contains("... 19880 steps left out ..."));
  }

  @Test
  void whereNoInterleavingNearbyPassesOneSentenceSaysSo() {
    assertThat(beside(Passing.none(0)))
        .contains("\nNo passing interleaving: up to the fault no other thread could move.\n");
    assertThat(beside(Passing.none(1)))
        .contains("\nNo passing interleaving: the one nearest to this one fails, too.\n");
    assertThat(beside(Passing.none(9)))
        .contains("\nNo passing interleaving: the 9 nearest to this one fail, too.\n");
  }

  private static String beside(Passing passing) {
    Finding finding = Samples.deadlock().beside(passing);
    return Explanation.of(Samples.failed("s", "l", "t"), finding, ReplayLine.BARE, 80, Style.PLAIN);
  }

  @Test
  void aReplayIsExplainedByItsToken() {
    Token token = new Token(new CellId("write-free", "none", "bc", "tls1.3"), Schedule.DEFAULT);
    assertThat(Explanation.of(token, Samples.nullDereference(), ReplayLine.BARE, 80, Style.PLAIN))
        .startsWith("null-dereference in write-free/none/bc (TLS 1.3)\n")
        .doesNotContain("The cell failed in");
  }

  @Test
  void anExceptionThatNoThreadIsKnownToHaveThrownIsStillReported() {
    Finding finding = new Finding(FindingKind.NATIVE_CRASH, "it died", List.of(), "SIGSEGV");
    assertThat(
            Explanation.of(
                Samples.failed("s", "l", "t"), finding, ReplayLine.BARE, 80, Style.PLAIN))
        .contains("\nException SIGSEGV\n");
  }

  @Test
  void oneLineSaysWhatEachCellCameTo() {
    List<CellLine> cells = new ArrayList<>(Samples.mixed());
    StringBuilder lines = new StringBuilder();
    cells.forEach(cell -> lines.append(CellText.line(cell, 100, Style.PLAIN)).append('\n'));
    Golden.assertMatches("lines.txt", lines.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 20, 80})
  void oneLineIsNeverWiderThanAsked(int width) {
    for (CellLine cell : Samples.mixed()) {
      String line = CellText.line(cell, width, Style.ANSI);
      assertThat(Golden.widest(line)).isBetween(1, width);
    }
    CellLine hostile =
        new CellLine(Samples.failed("s", "l", "t", Samples.hostile()), Expected.PASS);
    assertThat(CellText.line(hostile, width, Style.PLAIN)).doesNotContain("\n", "\u001b");
  }
}
