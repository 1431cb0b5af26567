package dev.lockjaw.campaign;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Trial;
import java.util.List;

/** Counts the runs of one cell and makes its result. One thread. */
final class Tally {
  private final Cell cell;
  private final Limits limits;
  private final long start = System.nanoTime();
  private long run;
  private long failing;
  private long races;
  private long connectNanos;
  private long firstFindingNanos = -1;
  private long firstFinding = -1;

  Tally(Cell cell, Limits limits) {
    this.cell = cell;
    this.limits = limits;
  }

  void count(Trial trial) {
    run++;
    connectNanos += trial.connectNanos();
    races += trial.raced() ? 1 : 0;
    failing += trial.failed() ? 1 : 0;
    if (trial.failed() && firstFinding < 0) {
      firstFinding = run;
      firstFindingNanos = System.nanoTime() - start;
    }
  }

  /** Begins to count again; when the first finding came stays known. */
  void again() {
    run = 0;
    failing = 0;
    races = 0;
  }

  /** The number of runs so far. */
  long run() {
    return run;
  }

  /** The result of a stressed cell. */
  Counts counts() {
    return Counts.of(run, failing).withRaces(races);
  }

  /**
   * The result. Its verdict follows from the findings; a cell that was never run is skipped.
   *
   * @param counts as {@link #counts}, and what only the caller knows
   */
  CellResult result(Extent extent, Counts counts, List<Finding> findings, Ending ending) {
    Verdict verdict = run == 0 ? Verdict.SKIPPED : findings.isEmpty() ? Verdict.PASS : Verdict.FAIL;
    return result(verdict, extent, counts, findings, ending);
  }

  /** The result of a cell whose findings can't be trusted. */
  CellResult error(Extent extent, Counts counts, List<Finding> findings, Ending ending) {
    return result(Verdict.ERROR, extent, counts, findings, ending);
  }

  private CellResult result(
      Verdict verdict, Extent extent, Counts counts, List<Finding> findings, Ending ending) {
    Times times =
        Times.elapsed(Times.millis(System.nanoTime() - start))
            .withConnect(Times.millis(connectNanos));
    return new CellResult(
        cell.id(),
        limits.mode(),
        verdict,
        extent,
        counts,
        firstFinding < 0
            ? times
            : times.withFirstFinding(firstFinding, Times.millis(firstFindingNanos)),
        limits.seed(),
        findings,
        ending);
  }
}
