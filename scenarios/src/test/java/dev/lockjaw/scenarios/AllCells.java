package dev.lockjaw.scenarios;

import dev.lockjaw.campaign.Campaign;
import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Explores the built-in cells of a transport. */
final class AllCells {
  private AllCells() {}

  /**
   * The results of {@link #cells}. One cell of 48,000 schedules, which takes as long as all others
   * of a transport, has one preemption at most.
   */
  static List<CellResult> explore(String transport, int preemptions, boolean prune)
      throws InterruptedException {
    Map<Boolean, List<Cell>> cells =
        cells(transport).stream().collect(Collectors.partitioningBy(AllCells::isHuge));
    List<CellResult> results = new ArrayList<>();
    explore(cells.get(false), preemptions, prune, results);
    explore(cells.get(true), Math.min(1, preemptions), prune, results);
    return results;
  }

  private static boolean isHuge(Cell cell) {
    return cell.scenario().id().equals("full-wire")
        && cell.locking().id().equals("queue-drain")
        && cell.transport().id().equals("boringssl");
  }

  private static void explore(
      List<Cell> cells, int preemptions, boolean prune, List<CellResult> results)
      throws InterruptedException {
    Campaign.Options options = new Campaign.Options(preemptions, prune, Long.MAX_VALUE, 2, 1);
    new Campaign(cells, options, new InThisJvm(), results::add).run();
  }

  static Transport transport(String id) {
    return registry().transports().stream()
        .filter(transport -> transport.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** The names of all transports, available or not. */
  static List<String> transports() {
    return registry().transports().stream().map(Transport::id).toList();
  }

  private static Registry registry() {
    return Registry.load(AllCells.class.getClassLoader());
  }

  /** All scenarios under all built-in strategies on one transport. */
  static List<Cell> cells(String id) {
    Registry registry = registry();
    Transport transport = transport(id);
    List<Cell> cells = new ArrayList<>();
    for (Scenario scenario : registry.scenarios()) {
      for (Locking strategy : registry.strategies()) {
        if (strategy.getClass().getPackage().equals(Locking.class.getPackage())) {
          cells.add(Cell.of(scenario, strategy, transport, Protocol.TLS_1_2));
        }
      }
    }
    return cells;
  }
}
