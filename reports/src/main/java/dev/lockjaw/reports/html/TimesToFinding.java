package dev.lockjaw.reports.html;

import dev.lockjaw.reports.results.CellLine;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The time to the first finding, by scenario: a mark for each failing cell. */
final class TimesToFinding {
  private static final List<String> COLUMNS = List.of("scenario", "cells", "median", "latest");

  /** Shown for a time below the clock's resolution. */
  private static final double LEAST = 0.01;

  private TimesToFinding() {}

  static void write(Markup html, List<CellLine> cells) {
    Map<String, double[]> times = times(cells);
    if (times.isEmpty()) {
      return;
    }
    LogAxis axis = LogAxis.over(times.values().stream().flatMapToDouble(Arrays::stream));
    html.open("section", "class", "speed").element("h2", "Time to the first finding", "id", "soon");
    html.open(
        "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", "soon");
    html.open("table", "class", "numbers strips").open("thead").open("tr");
    COLUMNS.forEach(column -> html.element("th", column, "scope", "col"));
    html.open("td", "class", "plot");
    Strip.axis(html, axis);
    html.close().close().close().line().open("tbody");
    times.forEach(
        (scenario, sorted) -> {
          html.open("tr").element("th", scenario, "scope", "row");
          html.element("td", "" + sorted.length);
          html.element("td", millis(sorted[sorted.length / 2]));
          html.element("td", millis(sorted[sorted.length - 1]));
          html.open("td", "class", "plot");
          Strip strip = Strip.open(html, axis);
          for (double time : sorted) {
            strip.mark(Strip.Mark.RING, time);
          }
          strip.close();
          html.close().close().line();
        });
    html.close().close().close();
    html.element(
        "p",
        "Milliseconds from the start of a cell, on a logarithmic scale; a ring for each cell that"
            + " fails.",
        "class",
        "quiet");
    html.close().line();
  }

  /** In ascending order. */
  private static Map<String, double[]> times(List<CellLine> cells) {
    Map<String, List<Double>> times =
        cells.stream()
            .map(CellLine::result)
            .filter(result -> !result.findings().isEmpty() && result.times().firstFindingMs() >= 0)
            .collect(
                Collectors.groupingBy(
                    result -> result.id().scenario(),
                    LinkedHashMap::new,
                    Collectors.mapping(
                        result -> result.times().firstFindingMs(), Collectors.toList())));
    Map<String, double[]> sorted = new LinkedHashMap<>();
    times.forEach(
        (scenario, some) ->
            sorted.put(
                scenario,
                some.stream().mapToDouble(time -> Math.max(LEAST, time)).sorted().toArray()));
    return sorted;
  }

  private static String millis(double time) {
    return String.format(Locale.ROOT, time < 10 ? "%.2f ms" : "%,.0f ms", time);
  }
}
