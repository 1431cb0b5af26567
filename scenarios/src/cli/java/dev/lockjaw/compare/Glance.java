package dev.lockjaw.compare;

import dev.lockjaw.result.Mode;
import dev.lockjaw.transport.ThreadContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A comparison as one table.
 *
 * @param strategies the names of its rows
 * @param columns in order
 */
public record Glance(List<String> strategies, List<Column> columns) {
  /** A heading, and a cell for each strategy. */
  public record Column(String heading, List<Entry> cells) {
    public List<String> texts() {
      return cells.stream().map(Entry::text).toList();
    }
  }

  /**
   * A cell.
   *
   * @param text {@code -} for a missing value
   * @param allPass whether every scenario was run and passed
   */
  public record Entry(String text, boolean allPass) {
    private static final Entry NONE = new Entry("-", false);

    private static Entry of(Verdicts verdicts) {
      int passed = verdicts.passed().size();
      return verdicts.run() == 0
          ? NONE
          : new Entry(passed + "/" + verdicts.run(), passed == verdicts.run());
    }

    private static Entry of(String text) {
      return new Entry(text, false);
    }
  }

  public static Glance of(Comparison comparison) {
    List<Column> columns = new ArrayList<>();
    for (Mode tool : Verdicts.TOOLS) {
      for (ThreadContract contract : ThreadContract.values()) {
        String name = contract.name();
        if (comparison.ran(tool, name)) {
          columns.add(
              column(
                  comparison,
                  tool.id() + " " + name,
                  one -> one.on(name, tool).map(Entry::of).orElse(Entry.NONE)));
        }
      }
    }
    for (String measure : comparison.measures()) {
      columns.add(
          column(
              comparison,
              measure,
              one ->
                  one.cost(measure)
                      .map(Cost::ratio)
                      .map(Advice::text)
                      .map(Entry::of)
                      .orElse(Entry.NONE)));
    }
    for (String transport : comparison.latencyTransports()) {
      columns.add(micros(comparison, "p50 us ", transport, Latency::p50));
      columns.add(micros(comparison, "p99 us ", transport, Latency::p99));
      columns.add(micros(comparison, "p99.9 us ", transport, Latency::p999));
    }
    return new Glance(comparison.strategies().stream().map(Compared::strategy).toList(), columns);
  }

  private static Column column(
      Comparison comparison, String heading, Function<Compared, Entry> cell) {
    return new Column(heading, comparison.strategies().stream().map(cell).toList());
  }

  private static Column micros(
      Comparison comparison, String heading, String transport, Function<Latency, Double> of) {
    return column(
        comparison,
        heading + transport,
        one ->
            one.latency(transport).map(of).map(Glance::micros).map(Entry::of).orElse(Entry.NONE));
  }

  /** Formats nanoseconds in microseconds. */
  public static String micros(double nanos) {
    double micros = nanos / 1000;
    return String.format(Locale.ROOT, micros < 100 ? "%.1f" : "%.0f", micros);
  }
}
