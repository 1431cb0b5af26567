package dev.lockjaw.cli.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.Mode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a terminal shows of cells that were not run: one line in all. */
class SkippedCellsTest {
  private static CellLine skipped(String scenario, String reason) {
    return new CellLine(
        CellResult.skipped(
            new CellId(scenario, "mine", "jsse", "tls1.2"),
            Mode.EXPLORE,
            Ending.unsupported(reason)),
        Expected.PASS);
  }

  private static String report(boolean everything, CellLine... cells) {
    StringWriter out = new StringWriter();
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Terminal terminal = new Terminal(new PrintWriter(out), nowhere, 80, false, false);
    new RunReport(terminal, List.of(cells), Duration.ZERO, ReplayLine.BARE).print(everything);
    return out.toString();
  }

  private static final CellLine[] TWO_REASONS = {
    skipped("read-read", "mine lacks readers"),
    skipped("handshake-race", "mine lacks a handshake"),
    skipped("key-update", "mine lacks readers"),
  };

  @Test
  void oneReasonIsShown() {
    assertThat(report(false, skipped("a", "no such library"), skipped("b", "no such library")))
        .contains("Skipped 2 cells: no such library\n");
  }

  @Test
  void severalAreCounted() {
    assertThat(report(false, TWO_REASONS))
        .containsOnlyOnce("Skipped")
        .contains("Skipped 3 cells for 2 reasons, which report.html lists.\n")
        .doesNotContain("lacks");
  }

  @Test
  void severalAreShownWhenAsked() {
    assertThat(report(true, TWO_REASONS))
        .contains(
            "Skipped 2 cells: mine lacks readers\n", "Skipped 1 cell: mine lacks a handshake\n");
  }
}
