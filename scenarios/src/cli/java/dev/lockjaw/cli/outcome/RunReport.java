package dev.lockjaw.cli.outcome;

import dev.lockjaw.cli.terminal.Listing;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.html.HtmlReport;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.reports.text.Matrix;
import dev.lockjaw.reports.text.Summary;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report of a run for a terminal: the most important part comes last, where it stays on the
 * screen.
 */
public final class RunReport {
  private final Terminal terminal;
  private final List<CellLine> cells;
  private final Duration wall;
  private final ReplayLine replay;

  /**
   * @param cells in the order of the report
   * @param wall the time of the run
   */
  public RunReport(Terminal terminal, List<CellLine> cells, Duration wall, ReplayLine replay) {
    this.terminal = terminal;
    this.cells = cells;
    this.wall = wall;
    this.replay = replay;
  }

  /**
   * Prints it.
   *
   * @param everything whether to explain all findings in full, expected ones too, and to list why
   *     cells were skipped
   */
  public void print(boolean everything) {
    printFindings(everything);
    gone();
    unseen();
    errors();
    skipped(everything);
    if (of(Outcome.SKIPPED).size() < cells.size()) {
      terminal.print(Matrix.of(cells, terminal.width(), terminal.style()) + '\n');
    }
    terminal.print(Summary.of(cells, wall, terminal.width(), terminal.style()));
  }

  /**
   * Prints the findings only.
   *
   * @param everything as for {@link #print}
   */
  public void printFindings(boolean everything) {
    terminal.say("");
    if (everything) {
      of(Outcome.FAILED_AS_EXPECTED).forEach(this::explain);
      of(Outcome.FAILED).forEach(this::explain);
    } else {
      new KnownFailures(of(Outcome.FAILED_AS_EXPECTED)).print(terminal, replay);
      new NewFailures(of(Outcome.FAILED)).print(terminal, replay);
    }
  }

  private List<CellLine> of(Outcome outcome) {
    return cells.stream().filter(cell -> cell.outcome() == outcome).toList();
  }

  private void explain(CellLine cell) {
    cell.result()
        .findings()
        .forEach(finding -> NewFailures.explain(terminal, cell, finding, replay));
  }

  private void gone() {
    if (!of(Outcome.GONE).isEmpty()) {
      terminal.heading("Expected failures that pass now");
      of(Outcome.GONE).forEach(cell -> terminal.say(cell.shortName()));
      terminal.say("");
    }
  }

  private void unseen() {
    if (!of(Outcome.UNSEEN).isEmpty()) {
      terminal.heading(
          "Known failures that stress did not hit (they count as neither pass nor fail)");
      Listing.of(
              of(Outcome.UNSEEN),
              CellLine::shortName,
              cell -> Text.count(cell.result().counts().schedules(), "iteration"))
          .print(terminal);
      terminal.say("");
    }
  }

  private void errors() {
    for (ErrorList errors : ErrorList.of(of(Outcome.ERROR))) {
      terminal.heading(errors.heading());
      Listing.of(errors.lines(), ErrorList.Line::cells, ErrorList.Line::text).print(terminal);
      terminal.say("");
    }
  }

  /** One line, however many reasons there are: in most runs, nobody asked for those cells. */
  private void skipped(boolean everything) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    of(Outcome.SKIPPED)
        .forEach(cell -> reasons.merge(cell.result().ending().text(), 1, Integer::sum));
    if (reasons.isEmpty()) {
      return;
    }
    if (everything || reasons.size() == 1) {
      reasons.forEach((reason, count) -> terminal.say(skipped(count) + ": " + reason));
    } else {
      terminal.say(
          skipped(of(Outcome.SKIPPED).size())
              + " for "
              + Text.count(reasons.size(), "reason")
              + ", which "
              + HtmlReport.NAME
              + " lists.");
    }
    terminal.say("");
  }

  private static String skipped(int cells) {
    return "Skipped " + Text.count(cells, "cell");
  }
}
