package dev.lockjaw.reports.text;

import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** How many cells have which result, and the line that shows it. */
public record OutcomeCounts(
    int cells,
    int passed,
    int gone,
    int unseen,
    int failed,
    int unexpected,
    int errors,
    int skipped,
    int cutShort,
    int cutByBudget,
    int notReached) {

  public static OutcomeCounts of(List<CellLine> cells) {
    return new OutcomeCounts(
        cells.size(),
        count(cells, cell -> cell.result().verdict() == Verdict.PASS),
        count(cells, cell -> cell.outcome() == Outcome.GONE),
        count(cells, cell -> cell.outcome() == Outcome.UNSEEN),
        count(cells, cell -> cell.result().verdict() == Verdict.FAIL),
        count(cells, cell -> cell.outcome() == Outcome.FAILED),
        count(cells, cell -> cell.result().verdict() == Verdict.ERROR),
        count(cells, cell -> cell.result().verdict() == Verdict.SKIPPED),
        count(cells, CellLine::cutShort),
        count(cells, CellLine::cutByBudget),
        count(cells, CellLine::notReached));
  }

  private static int count(List<CellLine> cells, Predicate<CellLine> which) {
    return (int) cells.stream().filter(which).count();
  }

  /** All counts on one line, whatever its width. It always includes what did not run completely. */
  public String line() {
    StringBuilder line = new StringBuilder(Text.count(cells, "cell")).append(": ");
    line.append(passed).append(" pass");
    if (gone > 0) {
      line.append(" (").append(gone).append(" expected to fail)");
    }
    if (unseen > 0) {
      line.append(" (").append(unseen).append(" known to fail, but not seen)");
    }
    line.append(", ").append(failed).append(" fail");
    if (failed > 0) {
      line.append(unexpected == 0 ? " (all expected)" : " (" + unexpected + " not expected)");
    }
    line.append(", ").append(errors).append(" error");
    line.append(", ").append(skipped).append(" skipped");
    List<String> unfinished = new ArrayList<>();
    if (cutByBudget > 0) {
      unfinished.add(cutByBudget + " cut short by the budget");
    }
    if (cutShort > cutByBudget) {
      unfinished.add(cutShort - cutByBudget + (cutByBudget > 0 ? " otherwise" : " cut short"));
    }
    if (notReached > 0) {
      unfinished.add(notReached + " not reached");
    }
    return unfinished.isEmpty() ? line.toString() : line + "; " + String.join(", ", unfinished);
  }
}
