package dev.lockjaw.cli.gate;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.option.CommonOptions;
import dev.lockjaw.cli.option.GivenFiles;
import dev.lockjaw.cli.option.GivenOptions;
import dev.lockjaw.cli.option.OutputDirectory;
import dev.lockjaw.cli.option.SourceOptions;
import dev.lockjaw.cli.outcome.RunFiles;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.format.ReportedRun;
import dev.lockjaw.reports.format.Sources;
import dev.lockjaw.reports.merge.Merge;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Results;
import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.reports.text.CellOrder;
import dev.lockjaw.reports.text.Summary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins the results of the shards of a run. */
@Command(
    name = "merge",
    description = {
      "Join the results of all shards of a run, as if one machine had run it, and write its"
          + " reports. Refuses shards of different runs, and names missing ones.",
      ""
    },
    footer = {"", "The command gate judges the merged results."})
public final class MergeCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "The directories with the results of the shards.")
  private List<Path> shards;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The directory for the merged results; default " + OutputDirectory.DEFAULT + "/<date>.")
  private Path out;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "The expected verdicts for the reports; default: those of the shards.")
  private Path baseline;

  @Mixin private SourceOptions source;
  @Mixin private CommonOptions common;

  public MergeCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Path current = context.directory();
    Sources sources = source.sources(current);
    List<Merge.Part> parts = new ArrayList<>();
    for (Path shard : shards) {
      parts.add(new Merge.Part(shard.toString(), GivenFiles.results(current, shard)));
    }
    Results merged = judged(Merge.of(parts));
    Path directory = OutputDirectory.of(current, out, ResultsFile.NAME);
    List<CellLine> cells = CellOrder.of(context.registry()).sort(merged.cells());
    ResultsFile.write(directory, new Results(merged.header(), merged.proofs(), cells, false));
    RunFiles files = new RunFiles(directory, context.formats());
    files.write(
        new ReportedRun(
            merged.header(),
            cells,
            Duration.ZERO,
            sources,
            GivenOptions.ofRun(merged.header().options())));
    Terminal terminal = context.terminal();
    terminal.say("Merged " + Text.count(parts.size(), "shard") + ".");
    terminal.print(Summary.of(cells, Duration.ZERO, terminal.width(), terminal.style()));
    files.print(terminal);
    return ExitCode.OK;
  }

  /** Judges by the baseline that the user named, if any. */
  private Results judged(Results merged) {
    if (baseline == null) {
      return merged;
    }
    GivenFiles.Baseline known = GivenFiles.baseline(context, baseline);
    return new Results(
        merged.header().with(merged.header().options().withBaseline(known.id())),
        merged.proofs(),
        merged.cells().stream().map(cell -> known.expectations().judge(cell.result())).toList(),
        false);
  }
}
