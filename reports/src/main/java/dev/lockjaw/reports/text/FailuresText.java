package dev.lockjaw.reports.text;

import com.google.auto.service.AutoService;
import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.explain.Style;
import dev.lockjaw.reports.format.ReportFormat;
import dev.lockjaw.reports.format.ReportedRun;
import dev.lockjaw.reports.results.CellLine;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** All findings in full, as plain text. */
@AutoService(ReportFormat.class)
public final class FailuresText implements ReportFormat {
  /** The file's name in the output directory. */
  public static final String NAME = "failures.txt";

  /** Columns. */
  private static final int WIDTH = 100;

  @Override
  public String file() {
    return NAME;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String text(ReportedRun run) {
    return of(run.cells(), run.replay());
  }

  /** Unexpected findings first. */
  public static String of(List<CellLine> cells, ReplayLine replay) {
    List<CellLine> failing =
        cells.stream()
            .filter(cell -> !cell.result().findings().isEmpty())
            .sorted(Comparator.comparing(cell -> !cell.outcome().unexpected()))
            .toList();
    return failing.isEmpty()
        ? "No findings.\n"
        : failing.stream()
            .map(cell -> Explanation.of(cell.result(), replay, WIDTH, Style.PLAIN))
            .collect(Collectors.joining("\n"));
  }
}
