package dev.lockjaw.run;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.campaign.Cells;
import dev.lockjaw.explore.ControlledRun;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.transport.EndpointPairs;
import java.io.IOException;
import java.util.List;

/**
 * A stage on which a test does what actors would, on its own thread, which the oracles then judge.
 */
final class Bench implements AutoCloseable {
  private final ActorThreads workers = new ActorThreads();
  private final ControlledRun run = new ControlledRun(workers, true);
  final Stage stage;
  final Connection connection;

  Bench(String strategy) throws IOException {
    Cell cell = Cells.cell(Scene.WRITE_WRITE, strategy, PlainTextTransport.DUPLEX);
    stage = new Stage(run, cell, EndpointPairs.fresh(cell.transport().open(cell.protocol())));
    connection = stage.connect("client");
  }

  /** What the oracles report. */
  List<Sighting> judged() {
    FinishedRun finished = stage.finished();
    FinishedRun ended = EndedRun.of(run.findings(), finished.sessions(), finished.checks());
    Oracle.found().forEach(oracle -> oracle.judge(ended));
    return run.findings().sightings();
  }

  List<FindingKind> kinds() {
    return judged().stream().map(Sighting::kind).toList();
  }

  @Override
  public void close() {
    workers.close();
  }
}
