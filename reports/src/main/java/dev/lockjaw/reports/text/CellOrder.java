package dev.lockjaw.reports.text;

import dev.lockjaw.lock.Locking;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Transport;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The order in which cells are shown. Results arrive in the order in which cells end, which differs
 * from run to run. Unknown names come last, in alphabetical order.
 */
public record CellOrder(List<String> scenarios, List<String> strategies, List<String> transports) {
  /** The order of {@code lockjaw list}. */
  public static CellOrder of(Registry registry) {
    return new CellOrder(
        registry.scenarios().stream().map(Scenario::id).toList(),
        registry.strategies().stream().map(Locking::id).toList(),
        registry.transports().stream().map(Transport::id).toList());
  }

  /** Cells by transport, then scenario, then strategy, then TLS version. */
  public List<CellLine> sort(List<CellLine> cells) {
    return cells.stream()
        .sorted(
            by(transports, cell -> cell.result().id().transport())
                .thenComparing(by(scenarios, cell -> cell.result().id().scenario()))
                .thenComparing(by(strategies, cell -> cell.result().id().strategy()))
                .thenComparing(cell -> cell.result().id().protocol()))
        .toList();
  }

  private static Comparator<CellLine> by(List<String> known, Function<CellLine, String> name) {
    return Comparator.<CellLine>comparingInt(
            cell -> {
              int at = known.indexOf(name.apply(cell));
              return at < 0 ? known.size() : at;
            })
        .thenComparing(name);
  }
}
