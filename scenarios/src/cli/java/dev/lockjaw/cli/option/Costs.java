package dev.lockjaw.cli.option;

import dev.lockjaw.run.Cell;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Estimated costs of cells, from a table of measured costs by scenario and strategy. A strategy
 * that the table lacks costs the average of its scenario; a scenario that the table lacks costs the
 * average of all.
 */
final class Costs {
  private static final String TABLE = "costs.txt";
  private static final Costs KNOWN = read();

  private final Map<String, Long> byCell = new HashMap<>();
  private final Map<String, Long> byScenario = new HashMap<>();
  private final long average;

  private Costs(List<String[]> rows) {
    List<String> strategies = List.of(rows.get(0)).subList(2, rows.get(0).length);
    for (String[] row : rows.subList(1, rows.size())) {
      long sum = 0;
      for (int i = 0; i < strategies.size(); i++) {
        long cost = Long.parseLong(row[i + 1]);
        byCell.put(row[0] + '/' + strategies.get(i), cost);
        sum += cost;
      }
      byScenario.put(row[0], Math.max(1, sum / strategies.size()));
    }
    average = byScenario.values().stream().mapToLong(cost -> cost).sum() / byScenario.size();
  }

  /** The table in the jar. */
  static Costs known() {
    return KNOWN;
  }

  /** A cost without a unit, at least 1. */
  long of(Cell cell) {
    String scenario = cell.scenario().id();
    return byCell.getOrDefault(
        scenario + '/' + cell.locking().id(), byScenario.getOrDefault(scenario, average));
  }

  /** The last comment line is the heading. */
  private static Costs read() {
    try (InputStream file = Costs.class.getResourceAsStream(TABLE)) {
      List<String[]> rows =
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.startsWith("# scenario") || !line.startsWith("#"))
              .map(line -> line.strip().split("\\s+"))
              .toList();
      return new Costs(rows);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
