package dev.lockjaw.cli.outcome;

import dev.lockjaw.cli.terminal.Listing;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.explain.Text;
import dev.lockjaw.explain.WorstFirst;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.text.FailuresText;
import dev.lockjaw.result.Finding;
import java.util.List;

/** Failures that were not expected: the first ones in full, and a line for each of the others. */
final class NewFailures {
  /** As many as a person reads before a common cause is plain. */
  static final int IN_FULL = 3;

  private final List<Shown> all;

  /** A finding of a cell. */
  private record Shown(CellLine cell, Finding finding) {}

  NewFailures(List<CellLine> cells) {
    all =
        cells.stream()
            .flatMap(
                cell ->
                    WorstFirst.of(cell.news()).stream().map(finding -> new Shown(cell, finding)))
            .toList();
  }

  void print(Terminal terminal, ReplayLine replay) {
    all.stream()
        .limit(IN_FULL)
        .forEach(shown -> explain(terminal, shown.cell(), shown.finding(), replay));
    List<Shown> others = all.stream().skip(IN_FULL).toList();
    if (others.isEmpty()) {
      return;
    }
    terminal.heading(Text.count(others.size(), "more finding"));
    Listing.of(others, shown -> shown.cell().shortName(), NewFailures::line).print(terminal);
    terminal.say("");
    terminal.say("All are in full in " + FailuresText.NAME + "; --explain prints them here.\n");
  }

  /** Prints a finding in full. */
  static void explain(Terminal terminal, CellLine cell, Finding finding, ReplayLine replay) {
    terminal.print(
        Explanation.of(cell.result(), finding, replay, terminal.width(), terminal.style()) + '\n');
  }

  private static String line(Shown shown) {
    return shown.finding().kind().id() + ": " + shown.finding().message();
  }
}
