package dev.lockjaw.reports.text;

import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How soon the failing cells showed a finding, by scenario. */
final class TimeToFinding {
  static final List<String> COLUMNS =
      List.of("scenario", "fail", "not seen", "median", "latest", "iterations");

  static final String NOTE =
      "Times are from a cell's start to its first finding; iterations: the most that were needed;"
          + " not seen: cells that are known to fail and did not.";

  private TimeToFinding() {}

  static List<List<String>> rows(List<CellLine> cells) {
    Map<String, List<CellLine>> byScenario = new LinkedHashMap<>();
    for (CellLine cell : cells) {
      if (cell.result().verdict() == Verdict.FAIL || cell.outcome() == Outcome.UNSEEN) {
        byScenario.computeIfAbsent(cell.result().id().scenario(), s -> new ArrayList<>()).add(cell);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    byScenario.forEach((scenario, some) -> rows.add(row(scenario, some)));
    return rows;
  }

  private static List<String> row(String scenario, List<CellLine> cells) {
    List<Times> seen =
        cells.stream()
            .map(cell -> cell.result().times())
            .filter(times -> times.firstFindingSchedule() > 0)
            .toList();
    double[] times = seen.stream().mapToDouble(Times::firstFindingMs).sorted().toArray();
    long most = seen.stream().mapToLong(Times::firstFindingSchedule).max().orElse(0);
    return List.of(
        Text.clean(scenario),
        String.valueOf(seen.size()),
        String.valueOf(cells.size() - seen.size()),
        times.length == 0 ? "-" : millis(times[times.length / 2]),
        times.length == 0 ? "-" : millis(times[times.length - 1]),
        times.length == 0 ? "-" : String.format(Locale.ROOT, "%,d", most));
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%,.0f ms", millis);
  }
}
