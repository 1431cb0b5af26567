package dev.lockjaw.cli;

import dev.lockjaw.reports.CellLine;
import dev.lockjaw.reports.CellOrder;
import dev.lockjaw.reports.Header;
import dev.lockjaw.reports.Outcome;
import dev.lockjaw.reports.ResultsFile;
import dev.lockjaw.reports.html.HtmlReport;
import dev.lockjaw.run.Campaign;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.transport.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Explores cells and says what they came to. */
@Command(
    name = "run",
    description = {
      "Explore cells: every scenario under every lock strategy on every transport, or those"
          + " selected. Prints what fails and why, and a matrix.",
      ""
    },
    footer = {
      "",
      "Exit code 1 if there is a finding that the built-in baseline doesn't expect, 3 if Lockjaw"
          + " failed at a cell or nothing was run, else 0."
    })
final class RunCommand implements Callable<Integer> {
  private final Context context;
  @Mixin private Selection selection;
  @Mixin private ExploreOptions explore;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the results go; default " + OutputDirectory.DEFAULT + "/<date>.")
  private Path out;

  @Option(names = "--explain", description = "Explain expected findings in full too.")
  private boolean explain;

  @Mixin private CommonOptions common;

  RunCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Campaign.Options options = explore.options();
    Registry picked = selection.of(context.registry());
    List<Cell> cells = selection.cells(picked);
    Path directory = directory();
    context.terminal().say(announcement(picked, cells.size(), options));
    picked.transports().stream()
        .filter(transport -> transport.unavailable().isEmpty())
        .findFirst()
        .ifPresent(transport -> KnownCells.prove(context, transport));
    long start = System.nanoTime();
    Header header = Header.now(Version.text(), header(picked, options));
    List<CellLine> lines = explore(cells, options, directory, header);
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    Terminal terminal = context.terminal();
    new RunReport(terminal, lines, wall).print(explain);
    RunFiles.write(directory, header, lines, wall);
    terminal.say("");
    terminal.print(
        "Results are in "
            + directory
            + ":\n  "
            + String.join(
                ", ", HtmlReport.NAME, ResultsFile.NAME, RunFiles.FAILURES, RunFiles.SUMMARY)
            + "\n");
    if (context.interrupt().happened()) {
      return ExitCode.INTERRUPTED;
    }
    if (lines.stream().allMatch(line -> line.outcome() == Outcome.SKIPPED)) {
      throw new ToolException("nothing was run");
    }
    return exitCode(lines);
  }

  private static int exitCode(List<CellLine> lines) {
    Set<Outcome> outcomes = lines.stream().map(CellLine::outcome).collect(Collectors.toSet());
    if (outcomes.contains(Outcome.ERROR)) {
      return ExitCode.FAILED;
    }
    return outcomes.contains(Outcome.FAILED) ? ExitCode.FINDING : ExitCode.OK;
  }

  private Path directory() {
    return out == null
        ? OutputDirectory.dated(context.directory(), LocalDateTime.now())
        : OutputDirectory.asked(context.directory().resolve(out), ResultsFile.NAME);
  }

  private List<CellLine> explore(
      List<Cell> cells, Campaign.Options options, Path directory, Header header) {
    List<CellLine> lines = new ArrayList<>();
    try (ResultsFile file = ResultsFile.create(directory, header)) {
      new Exploration(context, options)
          .explore(
              cells,
              result -> {
                CellLine line = context.expectations().judge(result);
                lines.add(line);
                file.append(line);
              });
    }
    return CellOrder.of(context.registry()).sort(lines);
  }

  private String announcement(Registry picked, int cells, Campaign.Options options) {
    return Counted.of(cells, "cell")
        + ": "
        + Counted.of(picked.scenarios().size(), "scenario")
        + " x "
        + Counted.of(picked.strategies().size(), "strategy", "strategies")
        + " x "
        + Counted.of(picked.transports().size(), "transport")
        + " ("
        + String.join(", ", picked.transports().stream().map(Transport::id).toList())
        + "), "
        + selection.protocol().id()
        + ", at most "
        + Counted.of(options.preemptions(), "preemption")
        + ", "
        + Counted.of(options.jobs(), "job");
  }

  private Map<String, Object> header(Registry picked, Campaign.Options options) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("scenarios", picked.scenarios().stream().map(scenario -> scenario.id()).toList());
    header.put("strategies", picked.strategies().stream().map(strategy -> strategy.id()).toList());
    header.put("transports", picked.transports().stream().map(Transport::id).toList());
    header.put("protocol", selection.protocol().id());
    header.put("mode", explore.mode());
    header.put("preemptions", options.preemptions());
    header.put("prune", options.prune());
    if (options.budgetNanos() != Long.MAX_VALUE) {
      header.put("budgetMs", options.budgetNanos() / 1_000_000);
    }
    header.put("jobs", options.jobs());
    header.put("seed", options.seed());
    return header;
  }
}
