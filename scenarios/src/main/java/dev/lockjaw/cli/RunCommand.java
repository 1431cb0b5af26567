package dev.lockjaw.cli;

import dev.lockjaw.reports.CellLine;
import dev.lockjaw.reports.CellName;
import dev.lockjaw.reports.CellOrder;
import dev.lockjaw.reports.Expectations;
import dev.lockjaw.reports.Header;
import dev.lockjaw.reports.Outcome;
import dev.lockjaw.reports.ResultsFile;
import dev.lockjaw.reports.baseline.Gate;
import dev.lockjaw.reports.merge.CellList;
import dev.lockjaw.reports.sarif.Sources;
import dev.lockjaw.run.Campaign;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.CellResult;
import dev.lockjaw.run.Mode;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Explores or stresses cells and says what they came to. */
@Command(
    name = "run",
    description = {
      "Explore or stress cells: every scenario under every lock strategy on every transport, or"
          + " those selected. Prints what fails and why, and a matrix.",
      ""
    },
    footer = {
      "",
      "Exit code 1 if there is a finding that the baseline doesn't expect, or a cell that it covers"
          + " was not run, or with --strict a finding that it expects is gone; 3 if Lockjaw failed"
          + " at a cell, can't see a known fault, or nothing was run; else 0."
    })
final class RunCommand implements Callable<Integer> {
  private final Context context;
  @Mixin private Selection selection;
  @Mixin private ExploreOptions explore;

  @Mixin private BaselineOptions baseline;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Explore only the I-th of N parts of about equal cost; the command merge joins them.")
  private Shard shard;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the results go; default " + OutputDirectory.DEFAULT + "/<date>.")
  private Path out;

  @Option(names = "--explain", description = "Explain expected findings in full too.")
  private boolean explain;

  @Mixin private SourceOptions source;
  @Mixin private CommonOptions common;

  RunCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Campaign.Options options = explore.options();
    GivenFiles.Baseline known = baseline.read(context);
    Sources sources = source.sources(context.directory());
    Registry picked = selection.of(context.registry());
    List<Cell> all = selection.cells(picked);
    List<Cell> cells = shard == null ? all : shard.of(all);
    Header header = Header.now(Version.text(), header(picked, options, all, cells, known));
    Path directory = directory();
    context.terminal().say(announcement(picked, all.size(), cells.size(), options));
    long start = System.nanoTime();
    List<CellLine> proofs = new ArrayList<>();
    List<CellLine> lines = explore(cells, options, directory, header, known, proofs);
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    Terminal terminal = context.terminal();
    new RunReport(terminal, lines, wall).print(explain);
    RunFiles.write(directory, header, lines, wall, sources);
    RunFiles.print(terminal, directory);
    if (context.interrupt().happened()) {
      return ExitCode.INTERRUPTED;
    }
    GateReport gate =
        new GateReport(terminal, gate(known, lines, proofs, cells), baseline.strict());
    if (baseline.given()) {
      terminal.say("");
      gate.print();
    }
    if (lines.stream().allMatch(line -> line.outcome() == Outcome.SKIPPED)) {
      throw new ToolException("nothing was run");
    }
    return gate.exitCode();
  }

  /** A shard answers for its own cells alone; that all are there is seen when they are merged. */
  private Gate gate(
      GivenFiles.Baseline known, List<CellLine> lines, List<CellLine> proofs, List<Cell> cells) {
    Set<CellName> own = Set.copyOf(names(cells));
    return Gate.of(
        known.expectations(), lines, proofs, cell -> shard == null || own.contains(cell));
  }

  private static List<CellName> names(List<Cell> cells) {
    return cells.stream()
        .map(
            cell ->
                new CellName(
                    cell.scenario().id(),
                    cell.strategy().id(),
                    cell.transport().id(),
                    cell.protocol().id()))
        .toList();
  }

  private Path directory() {
    return out == null
        ? OutputDirectory.dated(context.directory(), LocalDateTime.now())
        : OutputDirectory.asked(context.directory().resolve(out), ResultsFile.NAME);
  }

  private List<CellLine> explore(
      List<Cell> cells,
      Campaign.Options options,
      Path directory,
      Header header,
      GivenFiles.Baseline known,
      List<CellLine> proofs) {
    List<CellLine> lines = new ArrayList<>();
    try (ResultsFile file = ResultsFile.create(directory, header)) {
      prove(cells, file, proofs);
      new Exploration(context, options)
          .explore(
              cells,
              result -> {
                CellLine line = known.expectations().judge(result);
                lines.add(line);
                file.append(line);
              });
    }
    return CellOrder.of(context.registry()).sort(lines);
  }

  /** Sees to it that a fault would be seen, and puts down how that is known. */
  private void prove(List<Cell> cells, ResultsFile file, List<CellLine> proofs) {
    List<Transport> transports = cells.stream().map(Cell::transport).distinct().toList();
    List<CellResult> results = KnownCells.prove(context, transports);
    for (CellResult result : results) {
      CellLine proof = Expectations.builtIn().judge(result);
      file.appendProof(proof);
      proofs.add(proof);
    }
    if (!context.interrupt().happened()) {
      KnownCells.check(results);
    }
  }

  private String announcement(Registry picked, int all, int cells, Campaign.Options options) {
    return (shard == null ? "" : "Shard " + shard.text() + ", " + cells + " of ")
        + Counted.of(all, "cell")
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
        + (options.mode() == Mode.EXPLORE
            ? ", at most " + Counted.of(options.preemptions(), "preemption")
            : ", stressed for " + time(options.budgetNanos()) + ", seed " + options.seed())
        + ", "
        + Counted.of(options.jobs(), "job");
  }

  private static String time(long nanos) {
    return nanos % 1_000_000_000 == 0 ? nanos / 1_000_000_000 + " s" : nanos / 1_000_000 + " ms";
  }

  private Map<String, Object> header(
      Registry picked,
      Campaign.Options options,
      List<Cell> all,
      List<Cell> cells,
      GivenFiles.Baseline known) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("scenarios", picked.scenarios().stream().map(scenario -> scenario.id()).toList());
    header.put("strategies", picked.strategies().stream().map(strategy -> strategy.id()).toList());
    header.put("transports", picked.transports().stream().map(Transport::id).toList());
    header.put("protocol", selection.protocol().id());
    header.put("mode", explore.mode().id());
    header.put("preemptions", options.preemptions());
    header.put("prune", options.prune());
    if (options.budgetNanos() != Long.MAX_VALUE) {
      header.put("budgetMs", options.budgetNanos() / 1_000_000);
    }
    header.put("jobs", options.jobs());
    header.put("seed", options.seed());
    header.put(GivenFiles.Baseline.OPTION, known.id());
    CellList.describe(names(all), header);
    if (shard != null) {
      CellList.describeShard(shard.text(), cells.size(), header);
    }
    return header;
  }
}
