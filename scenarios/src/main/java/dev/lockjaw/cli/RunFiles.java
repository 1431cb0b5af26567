package dev.lockjaw.cli;

import dev.lockjaw.reports.CellLine;
import dev.lockjaw.reports.Explanation;
import dev.lockjaw.reports.Header;
import dev.lockjaw.reports.Style;
import dev.lockjaw.reports.SummaryMarkdown;
import dev.lockjaw.reports.html.HtmlReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What a run leaves in its directory beside the results themselves. */
final class RunFiles {
  static final String FAILURES = "failures.txt";
  static final String SUMMARY = "summary.md";
  private static final int WIDTH = 100;

  private RunFiles() {}

  /** Writes all findings in full, the summary and the page. */
  static void write(Path directory, Header header, List<CellLine> cells, Duration wall) {
    write(directory.resolve(FAILURES), failures(cells));
    write(directory.resolve(SUMMARY), SummaryMarkdown.of(cells, wall));
    write(directory.resolve(HtmlReport.NAME), HtmlReport.of(header, cells, wall));
  }

  private static String failures(List<CellLine> cells) {
    List<CellLine> failing =
        cells.stream().filter(cell -> !cell.result().findings().isEmpty()).toList();
    return failing.isEmpty()
        ? "Nothing was found.\n"
        : failing.stream()
            .map(cell -> Explanation.of(cell.result(), WIDTH, Style.PLAIN))
            .collect(Collectors.joining("\n"));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new ToolException("cannot write " + file + ": " + Failures.reason(failed));
    }
  }
}
