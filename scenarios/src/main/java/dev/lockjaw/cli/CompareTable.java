package dev.lockjaw.cli;

import dev.lockjaw.compare.Advice;
import dev.lockjaw.compare.Compared;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.Cost;
import dev.lockjaw.compare.Latency;
import dev.lockjaw.compare.Verdicts;
import dev.lockjaw.explain.Text;
import dev.lockjaw.transport.ThreadContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The strategies side by side on a terminal: one table, folded where the terminal is narrow. */
final class CompareTable {
  private static final String GAP = "  ";

  private final Comparison comparison;
  private final List<Column> columns = new ArrayList<>();

  /** A heading of one or more lines, and a cell for each strategy. */
  private record Column(List<String> heading, List<String> cells) {
    int width() {
      return Stream.concat(heading.stream(), cells.stream()).mapToInt(Text::width).max().orElse(0);
    }
  }

  CompareTable(Comparison comparison) {
    this.comparison = comparison;
    for (ThreadContract contract : ThreadContract.values()) {
      String name = contract.name();
      if (comparison.strategies().stream().anyMatch(one -> one.on(name).isPresent())) {
        add("passes " + name, one -> one.on(name).map(CompareTable::passes).orElse("-"));
      }
    }
    for (String measure : comparison.measures()) {
      add(measure, one -> one.cost(measure).map(Cost::ratio).map(Advice::text).orElse("-"));
    }
    comparison.strategies().stream()
        .flatMap(one -> one.latencies().stream())
        .map(Latency::transport)
        .distinct()
        .forEach(
            transport -> {
              add("p50 us " + transport, one -> micros(one, transport, Latency::p50));
              add("p99 us " + transport, one -> micros(one, transport, Latency::p99));
              add("p99.9 us " + transport, one -> micros(one, transport, Latency::p999));
            });
  }

  private void add(String heading, Function<Compared, String> cell) {
    columns.add(
        new Column(
            List.of(heading.split(" (?=\\S+$)|(?<=^\\S{1,8}) ")),
            comparison.strategies().stream().map(cell).toList()));
  }

  private static String passes(Verdicts verdicts) {
    return verdicts.passed().size() + " of " + verdicts.run();
  }

  private static String micros(Compared one, String transport, Function<Latency, Double> of) {
    return one.latencies().stream()
        .filter(latency -> latency.transport().equals(transport))
        .findFirst()
        .map(latency -> of.apply(latency) / 1000)
        .map(us -> String.format(Locale.ROOT, us < 100 ? "%.1f" : "%.0f", us))
        .orElse("-");
  }

  void print(Terminal terminal) {
    List<String> names = comparison.strategies().stream().map(Compared::strategy).toList();
    int first = names.stream().mapToInt(Text::width).max().orElse(0);
    for (int from = 0; from < columns.size(); ) {
      int to = from;
      int width = first;
      do {
        width += GAP.length() + columns.get(to).width();
        to++;
      } while (to < columns.size()
          && width + GAP.length() + columns.get(to).width() <= terminal.width());
      terminal.print((from > 0 ? "\n" : "") + lines(names, first, columns.subList(from, to)));
      from = to;
    }
  }

  private static String lines(List<String> names, int first, List<Column> some) {
    StringBuilder lines = new StringBuilder();
    int height = some.stream().mapToInt(column -> column.heading().size()).max().orElse(0);
    for (int line = 0; line < height; line++) {
      int below = height - line;
      row(
          lines,
          "",
          first,
          some,
          column ->
              column.heading().size() < below
                  ? ""
                  : column.heading().get(column.heading().size() - below));
    }
    for (int i = 0; i < names.size(); i++) {
      int strategy = i;
      row(lines, names.get(i), first, some, column -> column.cells().get(strategy));
    }
    return lines.toString();
  }

  private static void row(
      StringBuilder lines,
      String name,
      int first,
      List<Column> some,
      Function<Column, String> cell) {
    StringBuilder line = new StringBuilder(Text.pad(name, first));
    for (Column column : some) {
      line.append(GAP).append(Text.right(cell.apply(column), column.width()));
    }
    lines.append(line.toString().stripTrailing()).append('\n');
  }
}
