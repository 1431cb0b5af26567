package dev.lockjaw.campaign;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Mode;
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

  /** The number of runs so far. */
  long run() {
    return run;
  }

  /** The result of a stressed cell. */
  CellResult stressed(List<Finding> findings, String reason) {
    return result(Mode.STRESS, verdict(findings), 0, 0, false, 0, findings, reason);
  }

  /**
   * The result of an explored cell.
   *
   * @param verdict null if the findings decide
   */
  CellResult explored(
      Verdict verdict,
      long pruned,
      long random,
      boolean exhausted,
      List<Finding> findings,
      String reason) {
    return result(
        Mode.EXPLORE,
        verdict == null ? verdict(findings) : verdict,
        pruned,
        random,
        exhausted,
        limits.preemptions(),
        findings,
        reason);
  }

  private Verdict verdict(List<Finding> findings) {
    if (run == 0) {
      return Verdict.SKIPPED; // there was no time for a single run
    }
    return findings.isEmpty() ? Verdict.PASS : Verdict.FAIL;
  }

  private CellResult result(
      Mode mode,
      Verdict verdict,
      long pruned,
      long random,
      boolean exhausted,
      int preemptions,
      List<Finding> findings,
      String reason) {
    return new CellResult(
        cell.scenario().id(),
        cell.locking().id(),
        cell.transport().id(),
        cell.protocol().id(),
        mode.id(),
        limits.seed(),
        verdict,
        run,
        pruned,
        failing,
        races,
        random,
        exhausted,
        preemptions,
        CellResult.millis(System.nanoTime() - start),
        CellResult.millis(connectNanos),
        firstFindingNanos < 0 ? -1 : CellResult.millis(firstFindingNanos),
        firstFinding,
        findings,
        reason);
  }
}
