package dev.lockjaw.campaign;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Explorer;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Trial;
import dev.lockjaw.transport.EndpointPairs;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Runs cells for a test, with its own threads. */
public final class Cells implements AutoCloseable {
  private static final Registry REGISTRY = Registry.load(Cells.class.getClassLoader());

  final ActorThreads workers = new ActorThreads();

  /**
   * What a cell showed.
   *
   * @param signatures of all findings
   * @param failing the number of interleavings with a finding
   */
  public record Shown(Set<String> signatures, long schedules, long failing) {}

  public static List<Locking> strategies() {
    return REGISTRY.strategies();
  }

  static Locking strategy(String id) {
    return REGISTRY.strategies().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  public static Transport transport(String id) {
    return REGISTRY.transports().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  public static Cell cell(Scenario scenario, String strategy, Transport transport) {
    return Cell.of(scenario, strategy(strategy), transport, Protocol.TLS_1_3);
  }

  public CellResult explore(Cell cell, Limits limits) throws IOException {
    return explorer(cell, limits).explore();
  }

  CellExplorer explorer(Cell cell, Limits limits) throws IOException {
    return new CellExplorer(
        cell,
        cell.transport().open(cell.protocol()),
        workers,
        limits,
        RunControl.NONE,
        FlightRecorder.NONE);
  }

  /** Stresses the cell for so many iterations. */
  CellResult stress(Cell cell, int iterations) throws IOException {
    CountedWatch watch = new CountedWatch(iterations);
    return new CellStresser(
            cell,
            cell.transport().open(cell.protocol()),
            workers,
            new Limits(Mode.STRESS, 0, false, Long.MAX_VALUE, false, 0),
            watch,
            FlightRecorder.NONE)
        .stress();
  }

  /** Runs the cell under a schedule, with evidence. */
  ScheduleReplay replay(Cell cell, Schedule schedule) throws IOException {
    Tls tls = cell.transport().open(cell.protocol());
    ScheduleReplay.Means means =
        new ScheduleReplay.Means(cell, tls, EndpointPairs.fresh(tls), workers, FlightRecorder.NONE);
    return ScheduleReplay.run(means, schedule, found -> true, false);
  }

  public Shown shown(Cell cell, Tls tls, int bound, boolean prune) throws IOException {
    Explorer explorer = new Explorer(bound, prune);
    EndpointPairs pairs = EndpointPairs.fresh(tls);
    Set<String> signatures = new TreeSet<>();
    long failing = 0;
    while (explorer.advance()) {
      Trial trial = Trial.run(cell, pairs, workers, explorer, false);
      trial.sightings().stream().map(Sighting::signature).forEach(signatures::add);
      failing += trial.failed() ? 1 : 0;
    }
    return new Shown(signatures, explorer.schedules(), failing);
  }

  @Override
  public void close() {
    workers.close();
  }
}
