package dev.lockjaw.cli.run;

import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.explain.Text;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.run.Registry;
import java.util.List;

/** What was not run was not tested: a session adapter, or a cell that the budget did not reach. */
final class AdaptersRun {
  private AdaptersRun() {}

  /**
   * @throws ToolException naming an adapter of which nothing was run, or of which the budget did
   *     not reach a cell
   */
  static void require(Registry registry, List<CellLine> lines) {
    registry.strategies().stream()
        .filter(SessionAdapter.class::isInstance)
        .map(Locking::id)
        .forEach(id -> require(id, of(id, lines)));
  }

  /**
   * @throws ToolException if the budget did not reach a cell, of whatever strategy
   */
  static void requireReached(List<CellLine> lines) {
    requireReached(lines, "");
  }

  private static List<CellLine> of(String adapter, List<CellLine> lines) {
    return lines.stream().filter(line -> line.result().id().strategy().equals(adapter)).toList();
  }

  private static void require(String adapter, List<CellLine> own) {
    if (!own.isEmpty() && own.stream().allMatch(line -> line.outcome() == Outcome.SKIPPED)) {
      throw new ToolException(
          "nothing was run of "
              + adapter
              + ": every cell was skipped, the first because "
              + own.get(0).result().ending().text());
    }
    requireReached(own, " of " + adapter);
  }

  private static void requireReached(List<CellLine> lines, String whose) {
    List<CellLine> unreached = lines.stream().filter(CellLine::notReached).toList();
    if (!unreached.isEmpty()) {
      throw new ToolException(
          "the budget did not reach "
              + unreached.size()
              + " of "
              + Text.count(lines.size(), "cell")
              + whose
              + ", the first being "
              + unreached.get(0).shortName()
              + ": nothing is known about them; give a longer --budget or fewer scenarios");
    }
  }
}
