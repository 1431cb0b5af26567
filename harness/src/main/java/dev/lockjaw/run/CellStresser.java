package dev.lockjaw.run;

import dev.lockjaw.monitor.Finding;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.schedule.Workers;
import dev.lockjaw.stress.StressRun;
import dev.lockjaw.transport.Tls;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stresses one cell: lets its threads run free on fresh sessions, over and over until the time is
 * up. Goes on after a finding, so that the result tells how often there is one; keeps the evidence
 * of the first of each.
 */
final class CellStresser {
  /** Threads that may be lost in foreign deadlocks before a cell is given up. */
  private static final int MOST_LOST_THREADS = 200;

  private final Cell cell;
  private final Tls tls;
  private final Workers workers;
  private final Limits limits;
  private final Watch watch;
  private final FlightRecorder recorder;
  private final long start = System.nanoTime();
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private long run;
  private long failing;
  private long races;
  private long connectNanos;
  private long firstFindingNanos = -1;
  private long firstFinding = -1;
  private String reason;

  CellStresser(
      Cell cell, Tls tls, Workers workers, Limits limits, Watch watch, FlightRecorder recorder) {
    this.cell = cell;
    this.tls = tls;
    this.workers = workers;
    this.limits = limits;
    this.watch = watch;
    this.recorder = recorder;
  }

  CellResult stress() throws IOException {
    int lost = workers.lost();
    while (!limits.past() && !interrupted()) {
      if (workers.lost() - lost > MOST_LOST_THREADS) {
        reason = "gave up: too many threads are stuck in locks of foreign code";
        break;
      }
      recorder.begins();
      Trial trial = Trial.free(cell, tls, workers, StressRun.seed(limits.seed(), cell.name(), run));
      recorder.ends(trial.failed(), trial.raced());
      count(trial);
      watch.ran(1);
    }
    return new CellResult(
        cell.scenario().id(),
        cell.strategy().id(),
        cell.transport().id(),
        cell.protocol().id(),
        Mode.STRESS.id(),
        limits.seed(),
        verdict(),
        run,
        0,
        failing,
        races,
        0,
        false,
        0,
        CellResult.millis(System.nanoTime() - start),
        CellResult.millis(connectNanos),
        firstFindingNanos < 0 ? -1 : CellResult.millis(firstFindingNanos),
        firstFinding,
        List.copyOf(findings.values()),
        reason);
  }

  private boolean interrupted() {
    if (!watch.cancelled()) {
      return false;
    }
    reason = "interrupted after " + run + " iterations";
    return true;
  }

  private Verdict verdict() {
    if (run == 0) {
      return Verdict.SKIPPED; // there was no time for a single iteration
    }
    return findings.isEmpty() ? Verdict.PASS : Verdict.FAIL;
  }

  private void count(Trial trial) {
    run++;
    connectNanos += trial.connectNanos();
    races += trial.raced() ? 1 : 0;
    if (!trial.failed()) {
      return;
    }
    failing++;
    if (firstFinding < 0) {
      firstFinding = run;
      firstFindingNanos = System.nanoTime() - start;
    }
    for (Sighting sighting : trial.sightings()) {
      findings.putIfAbsent(sighting.signature(), sighting.evidence());
    }
  }
}
