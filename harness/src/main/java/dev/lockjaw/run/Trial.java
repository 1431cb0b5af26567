package dev.lockjaw.run;

import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.monitor.Step;
import dev.lockjaw.schedule.Chooser;
import dev.lockjaw.schedule.ControlledRun;
import dev.lockjaw.schedule.Workers;
import dev.lockjaw.transport.Tls;
import java.io.IOException;
import java.util.List;

/**
 * One interleaving of a cell, run once on fresh sessions.
 *
 * @param sightings what the oracles saw
 * @param decisions how many times more than one actor could move
 * @param steps how many were taken
 * @param foreignBlocks times that an actor was taken for blocked in foreign code
 * @param connectNanos time that making and establishing the sessions took
 * @param interleaving the steps, if the trial recorded; else empty
 */
record Trial(
    List<Sighting> sightings,
    int decisions,
    int steps,
    int foreignBlocks,
    long connectNanos,
    List<Step> interleaving) {

  /**
   * Runs one.
   *
   * @param recording whether to keep stacks and the interleaving
   * @throws IOException if the sessions could not be made
   */
  static Trial run(Cell cell, Tls tls, Workers workers, Chooser chooser, boolean recording)
      throws IOException {
    try (ControlledRun run = new ControlledRun(workers, recording, cell.mutex())) {
      Stage stage = new Stage(run, cell, tls);
      int lost = workers.lost();
      cell.scenario().arrange(stage);
      run.execute(chooser);
      int steps = run.steps();
      run.escapes().forEach(escape -> EscapeOracle.judge(escape, run.findings(), recording));
      if (run.complete()) {
        stage.conclude();
      }
      if (workers.lost() == lost) { // else a thread may still be inside a session
        stage.discard();
      }
      return new Trial(
          run.findings().sightings(),
          run.decisions(),
          steps,
          run.foreignBlocks(),
          stage.connectNanos(),
          recording ? run.interleaving(steps) : List.of());
    }
  }

  boolean failed() {
    return !sightings.isEmpty();
  }
}
