package dev.lockjaw.cli.gate;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.option.CommonOptions;
import dev.lockjaw.cli.option.GivenFiles;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.baseline.BaselineText;
import dev.lockjaw.reports.baseline.UnfitResultsException;
import dev.lockjaw.reports.merge.CellList;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.IoReason;
import dev.lockjaw.reports.results.Results;
import dev.lockjaw.reports.text.CellOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes results as the verdicts to expect from now on. */
@Command(
    name = "baseline",
    description = {
      "Write the results of a run as the verdicts to expect from now on, for --baseline of run and"
          + " gate. The file has a line for each scenario and strategy that fails, with the kinds"
          + " of findings, and the cells that were run.",
      ""
    },
    footer = {"", "Exit code 3 if a cell is an error, or the run is incomplete."})
public final class BaselineCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "RESULTS", description = "The directory of a run, or its results.jsonl.")
  private Path results;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      description = "The file to write or replace; default: standard output.")
  private Path to;

  @Mixin private CommonOptions common;

  public BaselineCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Results read = GivenFiles.results(context.directory(), results);
    CellList.lack(read)
        .ifPresent(
            lack -> {
              throw new UnfitResultsException(results + " is an incomplete run: " + lack);
            });
    List<CellLine> cells = CellOrder.of(context.registry()).sort(read.cells());
    String text = BaselineText.of(cells);
    if (to == null) {
      context.terminal().print(text);
    } else {
      write(text);
      long failing = cells.stream().filter(cell -> !cell.result().findings().isEmpty()).count();
      context
          .terminal()
          .say(
              "A baseline of "
                  + Text.count(cells.size(), "cell")
                  + ", of which "
                  + Text.count(failing, "fails", "fail")
                  + ", is in "
                  + to);
    }
    return ExitCode.OK;
  }

  private void write(String text) {
    try {
      Files.writeString(context.directory().resolve(to), text);
    } catch (IOException failed) {
      throw new ToolException("cannot write --to " + to + ": " + IoReason.of(failed));
    }
  }
}
