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
  private long racing;
  private long races;
  private long reused;
  private long connectNanos;
  private long firstFindingNanos = -1;
  private long firstFinding = -1;
  private long firstRaceNanos = -1;
  private long firstRace = -1;

  Tally(Cell cell, Limits limits) {
    this.cell = cell;
    this.limits = limits;
  }

  void count(Trial trial) {
    run++;
    reused += trial.reused();
    connectNanos += trial.connectNanos();
    races += trial.raced() ? 1 : 0;
    if (trial.failedVisibly()) {
      failing++;
      if (firstFinding < 0) {
        firstFinding = run;
        firstFindingNanos = System.nanoTime() - start;
      }
    } else if (trial.failed()) {
      racing++;
      if (firstRace < 0) {
        firstRace = run;
        firstRaceNanos = System.nanoTime() - start;
      }
    }
  }

  /** Begins to count again; when the first finding came stays known. */
  void again() {
    run = 0;
    failing = 0;
    racing = 0;
    races = 0;
    reused = 0;
  }

  /**
   * Whether no run has shown more than a data race. Otherwise what counts is the rest: a data race
   * shows in nearly every run, and would hide how rare the rest is.
   */
  private boolean racesOnly() {
    return firstFinding < 0;
  }

  /** The number of runs so far. */
  long run() {
    return run;
  }

  /** The result of a stressed cell. */
  Counts counts() {
    return Counts.of(run, racesOnly() ? racing : failing).withRaces(races).withReused(reused);
  }

  /**
   * The result. Its verdict follows from the findings; a cell that was never run is skipped.
   *
   * @param counts as {@link #counts}, and what only the caller knows
   */
  CellResult result(Extent extent, Counts counts, List<Finding> findings, Ending ending) {
    Verdict verdict =
        !findings.isEmpty() ? Verdict.FAIL : run == 0 ? Verdict.SKIPPED : Verdict.PASS;
    return result(verdict, extent, counts, findings, ending);
  }

  /** The result of a cell whose findings can't be trusted. */
  CellResult error(Extent extent, Counts counts, List<Finding> findings, Ending ending) {
    return result(Verdict.ERROR, extent, counts, findings, ending);
  }

  private Times first(Times times) {
    long schedule = racesOnly() ? firstRace : firstFinding;
    long nanos = racesOnly() ? firstRaceNanos : firstFindingNanos;
    return schedule < 0 ? times : times.withFirstFinding(schedule, Times.millis(nanos));
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
        first(times),
        limits.seed(),
        findings,
        ending);
  }
}
