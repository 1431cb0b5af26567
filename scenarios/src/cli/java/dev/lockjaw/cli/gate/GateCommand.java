package dev.lockjaw.cli.gate;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.option.BaselineOptions;
import dev.lockjaw.cli.option.CommonOptions;
import dev.lockjaw.cli.option.GivenFiles;
import dev.lockjaw.cli.option.GivenOptions;
import dev.lockjaw.cli.option.SuppressionOptions;
import dev.lockjaw.cli.outcome.GateReport;
import dev.lockjaw.cli.terminal.Launcher;
import dev.lockjaw.reports.baseline.Gate;
import dev.lockjaw.reports.merge.CellList;
import dev.lockjaw.reports.results.Results;
import dev.lockjaw.reports.text.CellOrder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Compares results with a baseline. */
@Command(
    name = "gate",
    description = {"Compare the results of a run with a baseline.", ""},
    footer = {
      "",
      "Exit code 1 if the baseline does not expect a finding, or a cell that it covers was not run,"
          + " or with --strict an expected finding is gone; 3 if a cell is an error, nothing"
          + " was run, the run is incomplete, or no known-bad cell proves that faults are seen;"
          + " else 0."
    })
public final class GateCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "RESULTS", description = "The directory of a run, or its results.jsonl.")
  private Path results;

  @Mixin private BaselineOptions baseline;
  @Mixin private SuppressionOptions suppressions;
  @Mixin private CommonOptions common;

  public GateCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    GivenFiles.Baseline given = baseline.read(context);
    Results read = GivenFiles.results(context.directory(), results);
    GivenFiles.Baseline known = given.forRun(read.header().options());
    Gate gate =
        Gate.of(
            known.expectations().with(suppressions.read(context)),
            CellOrder.of(context.registry()).sort(read.cells()),
            read.proofs(),
            cell -> true);
    GateReport report =
        new GateReport(
            context.terminal(),
            gate,
            baseline.strict(),
            GivenOptions.ofRun(read.header().options()));
    suppressions.sayUnused(context, gate.cells());
    report.print();
    read.header()
        .options()
        .shard()
        .ifPresent(
            shard ->
                context
                    .terminal()
                    .say(
                        "These are the results of shard "
                            + shard
                            + " only; join all shards with: "
                            + Launcher.COMMAND
                            + " merge"));
    Optional<String> lack = CellList.lack(read);
    if (lack.isPresent()) {
      throw new ToolException(results + " is an incomplete run: " + lack.get());
    }
    return report.exitCode();
  }
}
