package dev.lockjaw.reports.baseline;

import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.result.CellId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists the cells that were run in few lines. Scenarios that were run under the same strategies on
 * the same transports share a line.
 */
final class Coverage {
  /** The width of a list of scenarios, in characters. */
  private static final int WIDTH = 64;

  private Coverage() {}

  /** What lines have in common. */
  private record Block(String protocol, List<String> strategies, List<String> transports) {}

  private record Row(String protocol, String scenario) {}

  static List<String> lines(List<CellLine> ran) {
    Map<Row, Map<String, Set<String>>> rows = new LinkedHashMap<>();
    for (CellLine cell : ran) {
      CellId name = cell.result().id();
      rows.computeIfAbsent(new Row(name.protocol(), name.scenario()), r -> new LinkedHashMap<>())
          .computeIfAbsent(name.strategy(), s -> new LinkedHashSet<>())
          .add(name.transport());
    }
    Map<Block, List<String>> blocks = new LinkedHashMap<>();
    rows.forEach(
        (row, strategies) ->
            byTransports(strategies)
                .forEach(
                    (transports, some) ->
                        blocks
                            .computeIfAbsent(
                                new Block(row.protocol(), some, transports),
                                block -> new ArrayList<>())
                            .add(row.scenario())));
    List<String> lines = new ArrayList<>();
    lines.add("# covers: version  scenarios  strategies  transports");
    blocks.forEach((block, scenarios) -> write(block, scenarios, lines));
    return lines;
  }

  private static Map<List<String>, List<String>> byTransports(Map<String, Set<String>> strategies) {
    Map<List<String>, List<String>> byTransports = new LinkedHashMap<>();
    strategies.forEach(
        (strategy, transports) ->
            byTransports
                .computeIfAbsent(List.copyOf(transports), t -> new ArrayList<>())
                .add(strategy));
    return byTransports;
  }

  /** Breaks a long list of scenarios, so that a diff shows what has changed. */
  private static void write(Block block, List<String> scenarios, List<String> lines) {
    List<String> some = new ArrayList<>();
    for (String scenario : scenarios) {
      if (!some.isEmpty() && String.join(",", some).length() + scenario.length() >= WIDTH) {
        lines.add(line(block, some));
        some.clear();
      }
      some.add(scenario);
    }
    lines.add(line(block, some));
  }

  private static String line(Block block, List<String> scenarios) {
    return String.join(
        "  ",
        "covers: " + block.protocol(),
        String.join(",", scenarios),
        String.join(",", block.strategies()),
        String.join(",", block.transports()));
  }
}
