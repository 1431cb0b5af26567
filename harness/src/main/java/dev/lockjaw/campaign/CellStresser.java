package dev.lockjaw.campaign;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Trial;
import dev.lockjaw.stress.StressRun;
import dev.lockjaw.transport.EndpointPairs;
import dev.lockjaw.transport.Tls;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stresses one cell: its threads run free on fresh sessions, again and again until the time is up.
 * It continues after a finding, so that the result shows how frequent findings are. It keeps the
 * evidence of the first of each kind of fault.
 */
final class CellStresser {
  /** How many threads may be lost in foreign deadlocks before the cell is given up. */
  private static final int MOST_LOST_THREADS = 200;

  private final Cell cell;
  private final EndpointPairs pairs;
  private final ActorThreads workers;
  private final Limits limits;
  private final RunControl watch;
  private final FlightRecorder recorder;
  private final Tally tally;
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private Ending ending = Ending.COMPLETE;

  CellStresser(
      Cell cell,
      Tls tls,
      ActorThreads workers,
      Limits limits,
      RunControl watch,
      FlightRecorder recorder) {
    this.cell = cell;
    this.pairs = EndpointPairs.of(tls, cell.reusesSessions());
    this.workers = workers;
    this.limits = limits;
    this.watch = watch;
    this.recorder = recorder;
    this.tally = new Tally(cell, limits);
  }

  CellResult stress() throws IOException {
    try (pairs) {
      return stressOn();
    }
  }

  private CellResult stressOn() throws IOException {
    int lost = workers.lost();
    while (!limits.past() && !interrupted()) {
      if (workers.lost() - lost > MOST_LOST_THREADS) {
        ending =
            new Ending(
                EndingKind.LOST_THREADS,
                "gave up: too many threads are stuck in locks of foreign code");
        break;
      }
      recorder.begins();
      Trial trial =
          Trial.stress(
              cell, pairs, workers, StressRun.seed(limits.seed(), cell.id().text(), tally.run()));
      recorder.ends(trial.failed(), trial.raced());
      if (trial.outsideThread().isPresent()) {
        return tally.error(
            Extent.NONE,
            tally.counts(),
            List.of(),
            Ending.outsideThread(trial.outsideThread().get().text()));
      }
      count(trial);
      watch.ran(1);
    }
    if (tally.run() == 0 && ending.is(EndingKind.COMPLETE)) {
      ending = Ending.NOT_REACHED; // its share ended before it began
    }
    return tally.result(Extent.NONE, tally.counts(), List.copyOf(findings.values()), ending);
  }

  private boolean interrupted() {
    if (!watch.cancelled()) {
      return false;
    }
    ending = new Ending(EndingKind.INTERRUPTED, "interrupted after " + tally.run() + " iterations");
    return true;
  }

  private void count(Trial trial) {
    tally.count(trial);
    for (Sighting sighting : trial.sightings()) {
      findings.putIfAbsent(sighting.signature(), sighting.evidence());
    }
  }
}
