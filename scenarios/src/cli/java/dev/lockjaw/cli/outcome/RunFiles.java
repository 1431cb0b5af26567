package dev.lockjaw.cli.outcome;

import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.format.ReportFormat;
import dev.lockjaw.reports.format.ReportedRun;
import dev.lockjaw.reports.results.IoReason;
import dev.lockjaw.reports.results.ResultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a run: the results, and one in each report format.
 *
 * @param formats in the order of lists
 */
public record RunFiles(Path directory, List<ReportFormat> formats) {
  /** Writes the reports; the results themselves are there already. */
  public void write(ReportedRun run) {
    formats.forEach(format -> write(directory.resolve(format.file()), format.text(run)));
  }

  /** Prints the names of the files. */
  public void print(Terminal terminal) {
    List<String> files = new ArrayList<>(formats.stream().map(ReportFormat::file).toList());
    files.add(Math.min(1, files.size()), ResultsFile.NAME); // after what people open first
    terminal.say("");
    terminal.print("Results are in " + directory + ":\n"); // whole, so that it can be copied
    Text.hangWords("  ", String.join(", ", files), terminal.width())
        .forEach(line -> terminal.print(line + "\n"));
  }

  /** Writes one file. */
  public static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new ToolException("cannot write " + file + ": " + IoReason.of(failed));
    }
  }
}
