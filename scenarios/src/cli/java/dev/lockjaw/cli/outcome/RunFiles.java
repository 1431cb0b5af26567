package dev.lockjaw.cli.outcome;

import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.Style;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.html.HtmlReport;
import dev.lockjaw.reports.junit.JunitXml;
import dev.lockjaw.reports.markdown.SummaryMarkdown;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.IoReason;
import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.reports.sarif.SarifLog;
import dev.lockjaw.reports.sarif.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The files of a run beside its results. */
public final class RunFiles {
  public static final String FAILURES = "failures.txt";
  static final String SUMMARY = "summary.md";
  private static final int WIDTH = 100;

  private RunFiles() {}

  /** Writes all findings in full, the summary, and the reports for browsers and CI servers. */
  public static void write(
      Path directory, Header header, List<CellLine> cells, Duration wall, Sources sources) {
    write(directory.resolve(FAILURES), failures(cells));
    write(directory.resolve(SUMMARY), SummaryMarkdown.of(cells, wall));
    write(directory.resolve(HtmlReport.NAME), HtmlReport.of(header, cells, wall));
    write(directory.resolve(JunitXml.NAME), JunitXml.of(header, cells));
    write(directory.resolve(SarifLog.NAME), SarifLog.of(header, cells, sources));
  }

  /** Prints the names of the files. */
  public static void print(Terminal terminal, Path directory) {
    String files =
        String.join(
            ", ",
            HtmlReport.NAME,
            ResultsFile.NAME,
            FAILURES,
            SUMMARY,
            JunitXml.NAME,
            SarifLog.NAME);
    terminal.say("");
    terminal.print("Results are in " + directory + ":\n"); // whole, so that it can be copied
    Text.hangWords("  ", files, terminal.width()).forEach(line -> terminal.print(line + "\n"));
  }

  /** Unexpected findings first. */
  public static String failures(List<CellLine> cells) {
    List<CellLine> failing =
        cells.stream()
            .filter(cell -> !cell.result().findings().isEmpty())
            .sorted(Comparator.comparing(cell -> !cell.outcome().unexpected()))
            .toList();
    return failing.isEmpty()
        ? "No findings.\n"
        : failing.stream()
            .map(cell -> Explanation.of(cell.result(), WIDTH, Style.PLAIN))
            .collect(Collectors.joining("\n"));
  }

  public static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new ToolException("cannot write " + file + ": " + IoReason.of(failed));
    }
  }
}
