package dev.lockjaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.compare.Compared;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.Cost;
import dev.lockjaw.compare.Estimate;
import dev.lockjaw.compare.Latency;
import dev.lockjaw.compare.Verdicts;
import dev.lockjaw.compare.html.ComparePage;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.reports.format.Sources;
import dev.lockjaw.reports.html.HtmlReport;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.RunOptions;
import dev.lockjaw.result.Act;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Step;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks at pages of made-up results: the plots of a comparison, and texts that attack the page. */
class PagesInBrowserTest extends BrowserTest {
  @TempDir static Path directory;

  @Test
  void thePlotsOfAComparisonAreDrawnAsWideAsThereIsRoomAndNoWider() throws IOException {
    Estimate ratio = new Estimate(2, 0.5);
    Compared one =
        new Compared(
            "read-write-lock-of-an-uncommonly-long-name",
            List.of(
                new Verdicts(
                    Mode.EXPLORE, "DUPLEX", List.of("bc"), List.of("relay"), Map.of(), null)),
            List.of(new Cost("record 64 B bc", ratio, ratio)),
            List.of(new Latency("bc", 490, 900, 1300, 250_000, 1_000_000, 9, 0, 1)));
    Comparison comparison =
        new Comparison(Comparison.SCHEMA, "a machine", "-f 1", List.of(one), List.of());
    CellLine cell = failed(new CellId("relay", one.strategy(), "bc", "tls1.2"), "lock S");
    Path page = Files.createTempFile(directory, "compare", ".html");
    Files.writeString(page, ComparePage.of(comparison, List.of(cell), ReplayLine.BARE));
    for (int width : List.of(390, 1440)) {
      chromium.width(width);
      chromium.open(page.toUri());
      assertThat(count(".panel .strip .mark")).isEqualTo(6);
      assertThat(count(".matrix")).isPositive();
      assertThat(
              evaluate(
                      "document.querySelector('.panel tbody .strip').getBoundingClientRect().width")
                  .asInt())
          .isBetween(width / 4, width);
      assertThat(evaluate(box(".panel .disc") + ".left").asDouble())
          .isBetween(
              evaluate(box(".panel .error") + ".left").asDouble(),
              evaluate(box(".panel .error") + ".right").asDouble());
      assertThat(evaluate(SIDEWAYS).asInt()).isZero();
      assertThat(chromium.complaints()).isEmpty();
      assertThat(chromium.requests()).hasSize(1);
    }
  }

  private static CellLine failed(CellId id, String text) {
    ThreadEvidence thread = new ThreadEvidence(text, text, List.of(), text, List.of());
    Finding finding =
        new Finding(
            FindingKind.STALL,
            text,
            List.of(thread),
            text,
            text,
            List.of(new Step(text, "lock " + text), new Step("b", text), new Step(text, text)));
    return failed(id, text, finding);
  }

  private static CellLine failed(CellId id, String reason, Finding finding) {
    CellResult result =
        new CellResult(
            id,
            Mode.EXPLORE,
            Verdict.FAIL,
            new Extent(2, true),
            Counts.of(1, 1),
            Times.elapsed(1).withConnect(1).withFirstFinding(1, 1),
            1,
            List.of(finding),
            new Ending(EndingKind.COMPLETE, reason));
    return new CellLine(result, Expected.PASS);
  }

  /** Opens a report of one cell, with sources in a folder, and its finding. */
  private void openFinding(Finding finding, String sources) throws IOException {
    Path page = Files.createTempFile(directory, sources, ".html");
    Files.writeString(
        page,
        HtmlReport.of(
            Header.now("1", new RunOptions(Map.of())),
            List.of(failed(new CellId("a", "b", "c", "tls1.2"), null, finding)),
            Duration.ZERO,
            Sources.customary(directory.resolve(sources)),
            ReplayLine.BARE));
    chromium.open(page.toUri());
    evaluate("document.querySelector('.matrix a').click()");
  }

  private static String box(String selector) {
    return "document.querySelector('" + selector + "').getBoundingClientRect()";
  }

  @Test
  void aClickOnACallShowsItsSource() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("sources/src/com/example"));
    Files.writeString(folder.resolve("Link.java"), "<b>one</b>\ntwo\n");
    StackTraceElement frame = new StackTraceElement("com.example.Link", "send", "Link.java", 2);
    Finding finding =
        new Finding(
            FindingKind.USE_AFTER_FREE,
            "late",
            List.of(new ThreadEvidence("writer", "writes", List.of(), null, List.of(frame))),
            null);
    openFinding(finding, "sources");
    chromium.await("document.querySelector('button.source')");
    assertThat(count(".excerpt:not([hidden])")).isZero();
    evaluate("document.querySelector('button.source').click()");
    chromium.await("document.querySelector('.excerpt:not([hidden])')");
    assertThat(text(".excerpt")).contains("1  <b>one</b>").contains("2  two");
    assertThat(text(".excerpt .at").strip()).isEqualTo("2  two");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void aClickOnAStepShowsItsSource() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("steps/src/com/example"));
    Files.writeString(folder.resolve("Link.java"), "one\ntwo\nthree\n");
    StackTraceElement line = new StackTraceElement("com.example.Link", "send", "Link.java", 2);
    Act read = Act.other("Link.send line 2: read closed").doneAt(line);
    Finding finding =
        new Finding(FindingKind.USE_AFTER_FREE, "late", List.of(), null)
            .shownBy(null, List.of(new Step("writer", read), new Step("writer", "enter write")));
    openFinding(finding, "steps");
    chromium.await("document.querySelector('.sequence [data-call]')");
    assertThat(count(".sequence [data-call]")).isEqualTo(1);
    assertThat(count(".at-step:not([hidden])")).isZero();
    String click =
        "document.querySelector('.sequence [data-call]')"
            + ".dispatchEvent(new MouseEvent('click', { bubbles: true }))";
    evaluate(click);
    assertThat(text(".at-step:not([hidden]) .at").strip()).isEqualTo("2  two");
    evaluate(click);
    assertThat(count(".at-step:not([hidden])")).isZero();
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void hostileTextsAreShownAndDoNothing() throws IOException {
    String bad =
        "</script><script>hacked=1</script><img src=x onerror=hacked=1>\u0000\u202e\"'"
            + "y".repeat(10_000);
    CellLine line = failed(new CellId(bad, bad, bad, "tls1.2"), bad);
    Path page = Files.createTempFile(directory, "hostile", ".html");
    Files.writeString(
        page,
        HtmlReport.of(
            Header.now(bad, new RunOptions(Map.of(bad, bad))),
            List.of(line),
            Duration.ZERO,
            Sources.NONE,
            ReplayLine.BARE));
    chromium.width(390);
    chromium.open(page.toUri());
    evaluate("document.querySelector('.matrix a').click()");
    chromium.await("document.querySelector('details.cell[open] .shown')");
    evaluate("document.getElementById('open-all').click()");
    chromium.await("document.querySelector('svg.sequence')");
    assertThat(count("svg.sequence")).isEqualTo(1);
    assertThat(text("details .message")).startsWith("</script><script>hacked=1</script><img");
    assertThat(evaluate("typeof hacked").asText()).isEqualTo("undefined");
    assertThat(count("img")).isZero();
    assertThat(evaluate(SIDEWAYS).asInt()).isZero();
    assertThat(chromium.complaints()).isEmpty();
    assertThat(chromium.requests()).hasSize(1);
  }
}
