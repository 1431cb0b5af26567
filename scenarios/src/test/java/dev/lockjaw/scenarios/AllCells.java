package dev.lockjaw.scenarios;

import dev.lockjaw.campaign.Campaign;
import dev.lockjaw.campaign.CellRunner;
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

/** Explores the built-in cells of a transport. */
final class AllCells {
  private AllCells() {}

  /** The results of {@link #cells}. */
  static List<CellResult> explore(String transport, int preemptions, boolean prune)
      throws InterruptedException {
    List<CellResult> results = new ArrayList<>();
    CellRunner runner = new InThisJvm();
    new Campaign(
            cells(transport),
            new Campaign.Options(preemptions, prune, Long.MAX_VALUE, 2, 1),
            runner,
            results::add)
        .run();
    return results;
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
