package dev.lockjaw.reports.text;

import dev.lockjaw.explain.Style;
import dev.lockjaw.explain.Text;
import dev.lockjaw.explain.WorstFirst;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Mode;
import java.util.List;
import java.util.Locale;

/** The result of a cell on one line. */
public final class CellText {
  private CellText() {}

  public static String line(CellLine cell, int width, Style style) {
    Outcome outcome = cell.outcome();
    String mark = mark(outcome);
    String text = Text.cut(mark + cell.shortName() + "  " + what(cell), width);
    // A terminal so narrow that it cuts the mark gets no colours.
    return text.startsWith(mark)
        ? outcome.paint(style, mark) + text.substring(mark.length())
        : text;
  }

  private static String mark(Outcome outcome) {
    return switch (outcome) {
      case PASSED, GONE -> "ok   ";
      case UNSEEN -> "ok?  ";
      case CUT_SHORT -> "...  ";
      case FAILED, FAILED_AS_EXPECTED -> "FAIL ";
      case SKIPPED -> "skip ";
      case ERROR -> "ERR  ";
    };
  }

  private static String what(CellLine cell) {
    CellResult result = cell.result();
    return switch (cell.outcome()) {
      case PASSED -> passed(result);
      case GONE -> "expected to fail, but " + passed(result);
      case UNSEEN -> "known to fail, but not seen: " + passed(result);
      case CUT_SHORT -> "nothing found; " + reason(result);
      case FAILED_AS_EXPECTED ->
          found(result.findings().get(0), result.findings(), ", as expected");
      case FAILED -> failed(cell);
      case SKIPPED, ERROR -> reason(result);
    };
  }

  private static String passed(CellResult result) {
    if (result.mode() != Mode.EXPLORE) {
      return Text.count(result.counts().schedules(), result.mode().unit())
          + " pass"
          + (result.ending().text() == null ? "" : ": " + reason(result));
    }
    long exhaustive = result.counts().schedules() - result.counts().random();
    return "all "
        + Text.count(exhaustive, "interleaving")
        + " with at most "
        + Text.count(result.extent().preemptions(), "preemption")
        + " pass"
        + (result.counts().random() > 0
            ? String.format(Locale.ROOT, ", and %d at random", result.counts().random())
            : "");
  }

  /** Shows the unexpected findings, which are the news. */
  private static String failed(CellLine cell) {
    return cell.news().isEmpty()
        ? "a finding without evidence"
        : found(WorstFirst.of(cell.news()).get(0), cell.news(), "");
  }

  /** One finding, with the kinds of the others. */
  private static String found(Finding finding, List<Finding> all, String aside) {
    String kinds = finding.kind().id() + aside + WorstFirst.others(finding, all);
    return kinds + ": " + Text.clean(finding.message());
  }

  private static String reason(CellResult result) {
    return result.ending().text() == null ? "no reason given" : Text.clean(result.ending().text());
  }
}
