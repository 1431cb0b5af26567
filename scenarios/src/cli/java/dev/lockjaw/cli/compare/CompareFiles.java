package dev.lockjaw.cli.compare;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.outcome.RunFiles;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.Judged;
import dev.lockjaw.compare.html.ComparePage;
import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.IoReason;
import dev.lockjaw.reports.text.FailuresText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The files of a comparison. */
record CompareFiles(Context context, Path directory) {
  void write(Comparison comparison, List<Judged> judged) {
    Path numbers = directory.resolve(Comparison.NAME);
    try {
      comparison.write(numbers);
    } catch (IOException failed) {
      throw new ToolException("cannot write " + numbers + ": " + IoReason.of(failed));
    }
    Expectations expectations = context.expectations();
    List<CellLine> cells = judged.stream().map(Judged::result).map(expectations::judge).toList();
    RunFiles.write(directory.resolve(FailuresText.NAME), FailuresText.of(cells, context.replay()));
    RunFiles.write(
        directory.resolve(ComparePage.NAME), ComparePage.of(comparison, cells, context.replay()));
  }

  /** Prints the names of the files. */
  void print() {
    Terminal terminal = context.terminal();
    terminal.say("");
    terminal.print("Results are in " + directory + ":\n"); // whole, so that it can be copied
    terminal.print(
        "  " + String.join(", ", ComparePage.NAME, Comparison.NAME, FailuresText.NAME) + "\n");
  }
}
