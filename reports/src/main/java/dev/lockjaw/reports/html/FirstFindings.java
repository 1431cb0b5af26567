package dev.lockjaw.reports.html;

import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many interleavings or iterations the first finding took, by kind of finding. */
final class FirstFindings {
  private static final List<String> COLUMNS = List.of("kind", "cells", "least", "median", "most");
  private static final int WIDTH = 260;
  private static final int HEIGHT = 14;
  private static final int RADIUS = 4;

  private FirstFindings() {}

  static void write(Markup html, List<CellLine> cells) {
    Map<FindingKind, long[]> numbers = numbers(cells);
    if (numbers.isEmpty()) {
      return;
    }
    long most = 1;
    for (long[] some : numbers.values()) {
      most = Math.max(most, some[some.length - 1]);
    }
    html.open("section", "class", "speed");
    html.element("h2", heading(cells), "id", "first");
    html.open(
        "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", "first");
    html.open("table", "class", "numbers").open("thead").open("tr");
    COLUMNS.forEach(column -> html.element("th", column, "scope", "col"));
    String scale = String.format(Locale.ROOT, "1 to %,d, logarithmic", most);
    html.element("td", scale, "class", "plot").close().close().line().open("tbody");
    for (Map.Entry<FindingKind, long[]> row : numbers.entrySet()) {
      long[] sorted = row.getValue();
      html.open("tr").element("th", row.getKey().id(), "scope", "row");
      number(html, sorted.length);
      number(html, sorted[0]);
      number(html, sorted[sorted.length / 2]);
      number(html, sorted[sorted.length - 1]);
      html.open("td", "class", "plot");
      plot(html, sorted, most);
      html.close().close().line();
    }
    html.close().close().close().close().line();
  }

  private static String heading(List<CellLine> cells) {
    return cells.get(0).result().mode() == Mode.EXPLORE
        ? "Interleavings until the first finding"
        : "Iterations until the first finding";
  }

  /** In ascending order, by the kind that the cell's sign shows. */
  private static Map<FindingKind, long[]> numbers(List<CellLine> cells) {
    Map<FindingKind, long[]> numbers = new EnumMap<>(FindingKind.class);
    for (FindingKind kind : FindingKind.values()) {
      long[] some =
          cells.stream()
              .map(CellLine::result)
              .filter(
                  result ->
                      !result.findings().isEmpty() && result.times().firstFindingSchedule() > 0)
              .filter(result -> result.findings().get(0).kind() == kind)
              .mapToLong(result -> result.times().firstFindingSchedule())
              .sorted()
              .toArray();
      if (some.length > 0) {
        numbers.put(kind, some);
      }
    }
    return numbers;
  }

  private static void number(Markup html, long number) {
    html.element("td", String.format(Locale.ROOT, "%,d", number));
  }

  private static void plot(Markup html, long[] numbers, long most) {
    html.open(
        "svg", "width", "" + WIDTH, "height", "" + HEIGHT, "class", "dots", "aria-hidden", "true");
    for (long number : numbers) {
      double share = most > 1 ? Math.log(number) / Math.log(most) : 0;
      html.open(
          "circle",
          "cx",
          String.format(Locale.ROOT, "%.1f", RADIUS + share * (WIDTH - 2 * RADIUS)),
          "cy",
          "" + HEIGHT / 2,
          "r",
          "" + RADIUS);
      html.close();
    }
    html.close();
  }
}
