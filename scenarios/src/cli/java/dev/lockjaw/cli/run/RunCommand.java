package dev.lockjaw.cli.run;

import dev.lockjaw.campaign.Campaign;
import dev.lockjaw.campaign.CellRunner;
import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.context.Version;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.cli.execution.EngineCells;
import dev.lockjaw.cli.execution.EngineRun;
import dev.lockjaw.cli.execution.Exploration;
import dev.lockjaw.cli.execution.KnownCells;
import dev.lockjaw.cli.option.BaselineOptions;
import dev.lockjaw.cli.option.CommonOptions;
import dev.lockjaw.cli.option.Engine;
import dev.lockjaw.cli.option.ExploreOptions;
import dev.lockjaw.cli.option.GivenFiles;
import dev.lockjaw.cli.option.OutputDirectory;
import dev.lockjaw.cli.option.Selection;
import dev.lockjaw.cli.option.Shard;
import dev.lockjaw.cli.option.SourceOptions;
import dev.lockjaw.cli.option.WeaveOption;
import dev.lockjaw.cli.outcome.GateReport;
import dev.lockjaw.cli.outcome.RunFiles;
import dev.lockjaw.cli.outcome.RunReport;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.Text;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.process.ChildJvm;
import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.reports.baseline.Gate;
import dev.lockjaw.reports.format.ReportedRun;
import dev.lockjaw.reports.format.Sources;
import dev.lockjaw.reports.merge.CellList;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.reports.results.RunOptions;
import dev.lockjaw.reports.text.CellOrder;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Mode;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Transport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Explores or stresses cells and reports their verdicts. */
@Command(
    name = "run",
    description = {
      "Explore or stress cells: every scenario under every lock strategy on every transport, or the"
          + " selected ones. Prints what fails and why, and a matrix.",
      ""
    },
    footer = {
      "",
      "Exit code 1 if the baseline does not expect a finding, or a cell that it covers was not run,"
          + " or with --strict an expected finding is gone; 3 if a cell is an error, misses a"
          + " known fault, or nothing was run; else 0."
    })
public final class RunCommand implements Callable<Integer> {
  private final Context context;
  @Mixin private Selection selection;
  @Mixin private ExploreOptions explore;

  @Mixin private BaselineOptions baseline;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description =
          "Explore only the I-th of N parts of about equal cost; the command merge joins the"
              + " parts.")
  private Shard shard;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The directory for the results; default " + OutputDirectory.DEFAULT + "/<date>.")
  private Path out;

  @Option(
      names = "--resume",
      description = "Continue the interrupted run in --out: run its remaining cells.")
  private boolean resume;

  @Option(
      names = "--explain",
      description =
          "Explain all findings in full, expected ones too, and list why cells were skipped.")
  private boolean explain;

  @Mixin private WeaveOption weave;
  @Mixin private SourceOptions source;
  @Mixin private CommonOptions common;

  public RunCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    GivenFiles.Baseline given = baseline.read(context);
    Sources sources = source.sources(context.directory());
    if (explore.engine().isPresent()) {
      return run(explore.engine().get(), given, sources);
    }
    Campaign.Options options = explore.options();
    Registry picked = selection.of(context.registry());
    List<Cell> all =
        selection.cells(picked).stream()
            .map(cell -> cell.letCrash(explore.letCrash()))
            .map(cell -> cell.freshSessions(explore.freshSessions()))
            .toList();
    List<Cell> cells = shard == null ? all : shard.of(all);
    Header header = Header.now(Version.text(), runOptions(picked, options, all, cells, given));
    GivenFiles.Baseline known = given.forRun(header.options());
    Path directory = directory();
    RunLog log = resume ? RunLog.resume(directory, header) : RunLog.begin(directory, header);
    if (resume) {
      ChildJvm.sweep(directory);
    }
    Terminal terminal = context.terminal();
    terminal.say(announcement(picked, all.size(), cells.size(), options));
    long start = System.nanoTime();
    explore(cells, options, directory, log, known);
    // The time of a run in several parts is unknown.
    Duration wall = resume ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - start);
    List<CellLine> lines = CellOrder.of(context.registry()).sort(log.cells());
    return conclude(directory, log, lines, wall, known, names(cells), sources);
  }

  /** Like {@link #call}, with the third-party tool that the mode names. */
  private int run(Engine engine, GivenFiles.Baseline known, Sources sources) {
    if (shard != null || resume) {
      throw new UsageException(
          (resume ? "--resume" : "--shard") + " does not work with --mode " + engine.id());
    }
    EngineCells cells = EngineCells.of(engine, selection, context.registry());
    EngineRun run = new EngineRun(context, engine, EngineCells.jar(engine));
    Duration budget = explore.budget(engine);
    Header header = Header.now(Version.text(), cells.options(budget, known.id()));
    Path directory = directory();
    context.terminal().say(cells.announcement(budget));
    long start = System.nanoTime();
    RunLog log = RunLog.begin(directory, header);
    try (log) {
      run.run(
          cells.all(),
          directory.resolve(engine.id()),
          budget,
          result -> {
            if (cells.proofs().contains(result.id())) {
              log.addProof(Expectations.builtIn().judge(result));
            }
            if (cells.wanted().contains(result.id())) {
              log.add(known.expectations().judge(result));
            }
          });
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - start);
    List<CellLine> lines = cells.order(context.registry()).sort(log.cells());
    int code = conclude(directory, log, lines, wall, known, cells.wanted(), sources);
    if (!context.interrupt().happened()) {
      KnownCells.check(log.proofs().stream().map(CellLine::result).toList());
    }
    return code;
  }

  /** Reports the results, in files and on the terminal. */
  private int conclude(
      Path directory,
      RunLog log,
      List<CellLine> lines,
      Duration wall,
      GivenFiles.Baseline known,
      List<CellId> cells,
      Sources sources) {
    Terminal terminal = context.terminal();
    new RunReport(terminal, lines, wall, context.replay()).print(explain);
    RunFiles files = new RunFiles(directory, context.formats());
    write(files, new ReportedRun(log.header(), lines, wall, sources, context.replay()));
    files.print(terminal);
    if (context.interrupt().happened()) {
      return ExitCode.INTERRUPTED;
    }
    GateReport gate =
        new GateReport(
            terminal, gate(known, lines, log.proofs(), cells), baseline.strict(), context.replay());
    if (baseline.given()) {
      terminal.say("");
      gate.print();
    }
    if (lines.stream().allMatch(line -> line.outcome() == Outcome.SKIPPED)) {
      throw new ToolException("nothing was run");
    }
    AdaptersRun.require(context.registry(), lines);
    if (gate.exitCode() == ExitCode.OK) {
      AdaptersRun.requireReached(lines);
    }
    return gate.exitCode();
  }

  /** The results are on disk already, so a failure to write reports loses nothing. */
  private static void write(RunFiles files, ReportedRun run) {
    try {
      files.write(run);
    } catch (ToolException refused) {
      throw new ToolException(
          refused.getMessage()
              + "; the results are complete, and --resume writes the reports again");
    }
  }

  /** A shard answers only for its own cells; merge checks that no cell is missing. */
  private Gate gate(
      GivenFiles.Baseline known, List<CellLine> lines, List<CellLine> proofs, List<CellId> cells) {
    Set<CellId> own = Set.copyOf(cells);
    return Gate.of(
        known.expectations(), lines, proofs, cell -> shard == null || own.contains(cell));
  }

  private static List<CellId> names(List<Cell> cells) {
    return cells.stream().map(Cell::id).toList();
  }

  private Path directory() {
    if (!resume) {
      return OutputDirectory.of(context.directory(), out, ResultsFile.NAME);
    }
    if (out == null) {
      throw new UsageException("--resume needs --out DIR, the directory of the run to continue");
    }
    return OutputDirectory.resumed(context.directory().resolve(out), ResultsFile.NAME);
  }

  /** Runs the remaining cells; in a new run, all of them. */
  private void explore(
      List<Cell> cells,
      Campaign.Options options,
      Path directory,
      RunLog log,
      GivenFiles.Baseline known) {
    try (log;
        CellRunner runner = context.runners().in(directory)) {
      List<Cell> left = log.left(cells);
      if (resume) {
        context.terminal().say(goingOn(cells.size(), left.size()));
      }
      if (left.isEmpty()) {
        return;
      }
      prove(left, runner, log);
      new Exploration(context, options, runner)
          .explore(left, result -> log.add(known.expectations().judge(result)));
    }
  }

  private static String goingOn(int all, int left) {
    return left == 0
        ? "Nothing is left to run: " + Text.count(all, "cell") + " done."
        : "Continuing: " + Text.count(all - left, "cell") + " done, " + left + " left.";
  }

  /** Proves that a fault would be seen, and records the proof. */
  private void prove(List<Cell> cells, CellRunner runner, RunLog log) {
    List<Transport> transports = cells.stream().map(Cell::transport).distinct().toList();
    List<CellResult> results = KnownCells.prove(context, runner, transports);
    results.forEach(result -> log.addProof(Expectations.builtIn().judge(result)));
    if (!context.interrupt().happened()) {
      KnownCells.check(results);
    }
  }

  private String announcement(Registry picked, int all, int cells, Campaign.Options options) {
    return (shard == null ? "" : "Shard " + shard.text() + ", " + cells + " of ")
        + Text.count(all, "cell")
        + ": "
        + Text.count(picked.scenarios().size(), "scenario")
        + " x "
        + Text.count(picked.strategies().size(), "strategy", "strategies")
        + " x "
        + Text.count(picked.transports().size(), "transport")
        + " ("
        + String.join(", ", picked.transports().stream().map(Transport::id).toList())
        + "), "
        + selection.protocol().id()
        + (options.mode() == Mode.EXPLORE
            ? ", at most " + Text.count(options.preemptions(), "preemption") + beyond(options)
            : ", stress for " + time(options.budgetNanos()) + ", seed " + options.seed())
        + ", "
        + Text.count(options.jobs(), "job");
  }

  /** What a budget adds to the bound. */
  private static String beyond(Campaign.Options options) {
    return options.budgetNanos() == Long.MAX_VALUE
        ? ""
        : ", then random interleavings beyond that for the rest of " + time(options.budgetNanos());
  }

  private static String time(long nanos) {
    return nanos % 1_000_000_000 == 0 ? nanos / 1_000_000_000 + " s" : nanos / 1_000_000 + " ms";
  }

  private RunOptions runOptions(
      Registry picked,
      Campaign.Options options,
      List<Cell> all,
      List<Cell> cells,
      GivenFiles.Baseline known) {
    RunOptions how =
        RunOptions.of(
                picked.scenarios().stream().map(Scenario::id).toList(),
                picked.strategies().stream().map(Locking::id).toList(),
                picked.transports().stream().map(Transport::id).toList())
            .withProtocol(selection.protocol().id())
            .withMutex(selection.mutex().id())
            .withPlugins(common.plugins())
            .withWeave(weave.patterns())
            .withMode(explore.mode())
            .withPreemptions(options.preemptions())
            .withPrune(options.prune())
            .withLetCrash(explore.letCrash());
    RunOptions timed =
        options.budgetNanos() == Long.MAX_VALUE
            ? how
            : how.withBudgetMs(options.budgetNanos() / 1_000_000);
    RunOptions whole =
        timed.withJobs(options.jobs()).withSeed(options.seed()).withBaseline(known.id());
    RunOptions described = CellList.describe(names(all), whole);
    return shard == null ? described : described.withShard(shard.text(), cells.size());
  }
}
