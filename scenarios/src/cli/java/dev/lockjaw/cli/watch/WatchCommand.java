package dev.lockjaw.cli.watch;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.context.Version;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.cli.option.BaselineOptions;
import dev.lockjaw.cli.option.CommonOptions;
import dev.lockjaw.cli.option.DurationConverter;
import dev.lockjaw.cli.option.GivenFiles;
import dev.lockjaw.cli.option.OutputDirectory;
import dev.lockjaw.cli.option.SourceOptions;
import dev.lockjaw.cli.option.SuppressionOptions;
import dev.lockjaw.cli.outcome.RunFiles;
import dev.lockjaw.cli.outcome.RunReport;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.reports.baseline.SuppressionsText;
import dev.lockjaw.reports.format.ReportedRun;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.IoReason;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.reports.results.RunOptions;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.watch.jvm.AgentJar;
import dev.lockjaw.watch.jvm.JavaLaunch;
import dev.lockjaw.watch.nativ.ElfProgram;
import dev.lockjaw.watch.nativ.NativeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a program and reports what can go wrong with its locks. */
@Command(
    name = "watch",
    description = {
      "Run a program as ever, and report the lock bugs that show, or could show, in its run: locks"
          + " taken in different orders, I/O under a lock, two threads in one TLS session.",
      ""
    },
    footer = {
      "",
      "The program's own exit code is printed. Exit code 1 if there is a finding that the baseline"
          + " does not expect; 3 if the program can't be started or watched; else 0."
    })
public final class WatchCommand implements Callable<Integer> {
  private final Context context;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description = "Stop the program after this time, such as 60s; default: it runs to its end.")
  private Duration time;

  @Option(
      names = "--attach",
      paramLabel = "PID",
      description = "Watch a JVM that runs. It goes on when it is watched no longer.")
  private Long attach;

  @Option(
      names = "--logs",
      paramLabel = "DIR",
      description =
          "Judge the logs in this directory: of programs that were started with"
              + " -javaagent:lockjaw-watch.jar=DIR, and run or have ended.")
  private Path logs;

  @Option(
      names = "--write-agent",
      paramLabel = "FILE",
      description = "Write the agent, lockjaw-watch.jar, for a program's own start, and end.")
  private Path writeAgent;

  @Option(names = "--fail-fast", description = "Stop the program at the first finding.")
  private boolean failFast;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The directory for the results; default " + OutputDirectory.DEFAULT + "/<date>.")
  private Path out;

  @Option(names = "--explain", description = "Explain all findings in full, expected ones too.")
  private boolean explain;

  @Option(
      names = "--write-suppressions",
      paramLabel = "FILE",
      description = "Write the findings of this run as known ones, for --suppressions.")
  private Path writeSuppressions;

  @Mixin private SuppressionOptions suppressions;
  @Mixin private BaselineOptions baseline;
  @Mixin private SourceOptions source;
  @Mixin private CommonOptions common;

  @Parameters(
      paramLabel = "PROGRAM",
      arity = "0..*",
      description = "The program and its arguments, after --.")
  private List<String> program = List.of();

  public WatchCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (writeAgent != null) {
      return writeAgent();
    }
    String name = name();
    GivenFiles.Baseline known = baseline.read(context);
    Expectations expectations = known.expectations().with(suppressions.read(context));
    Path directory = OutputDirectory.of(context.directory(), out, ResultsFile.NAME);
    try {
      WatchedRun run = new WatchedRun(context, beginning(), folder(), time, failFast);
      run.run();
      return conclude(run, name, directory, known.id(), expectations);
    } catch (NativeException unwatchable) {
      throw new ToolException(unwatchable.getMessage());
    }
  }

  private Beginning beginning() {
    if (logs != null) {
      return folder -> WatchedSubject.logged();
    }
    return attach == null ? Beginning.of(context, program) : Beginning.attached(attach);
  }

  private Path folder() {
    return logs == null ? null : context.directory().resolve(logs);
  }

  private int writeAgent() {
    try {
      AgentJar.write(context.directory().resolve(writeAgent));
    } catch (IOException failed) {
      throw new ToolException(
          "cannot write --write-agent " + writeAgent + ": " + IoReason.of(failed));
    }
    context.terminal().say("Start a JVM with: -javaagent:" + writeAgent + "=DIR");
    context.terminal().say("Judge it, while it runs or later, with: watch --logs DIR");
    return ExitCode.OK;
  }

  /** The name of the watched program, which is checked. */
  private String name() {
    if (logs != null) {
      if (attach != null || !program.isEmpty()) {
        throw new UsageException("--logs judges what is recorded; leave out --attach and program");
      }
      if (!Files.isDirectory(folder())) {
        throw new UsageException("there is no directory " + logs + " for --logs");
      }
      return String.valueOf(logs.getFileName());
    }
    if (attach != null) {
      if (!program.isEmpty()) {
        throw new UsageException("--attach watches a JVM that runs; leave out the program");
      }
      return "jvm-" + attach;
    }
    if (program.isEmpty()) {
      throw new UsageException(
          "no program is given; name one after --, such as: watch -- ./server --port 4433");
    }
    String name = program.get(0);
    Path file =
        ElfProgram.find(name, context.directory(), System.getenv())
            .orElseThrow(
                () -> new UsageException("there is no program '" + name + "' that can be run"));
    if (!JavaLaunch.isJava(name)) {
      ElfProgram.obstacle(file)
          .ifPresent(
              obstacle -> {
                throw new UsageException(name + " can't be watched: " + obstacle);
              });
    }
    return file.getFileName().toString();
  }

  private void write(List<Finding> findings) {
    try {
      Files.writeString(
          context.directory().resolve(writeSuppressions), SuppressionsText.of(findings));
    } catch (IOException failed) {
      throw new ToolException(
          "cannot write --write-suppressions " + writeSuppressions + ": " + IoReason.of(failed));
    }
    context
        .terminal()
        .say(Text.count(findings.size(), "finding") + " written as known to " + writeSuppressions);
  }

  private String kind() {
    if (logs != null) {
      return "logs";
    }
    return attach != null || JavaLaunch.isJava(program.get(0)) ? "jvm" : "native";
  }

  private int conclude(
      WatchedRun run, String name, Path directory, String baselineId, Expectations expectations) {
    List<Finding> findings = run.findings();
    CellId cell = new CellId("watch", name, kind(), "tls");
    double millis = Times.millis(run.elapsedNanos());
    CellResult result =
        new CellResult(
            cell,
            Mode.WATCH,
            findings.isEmpty() ? Verdict.PASS : Verdict.FAIL,
            Extent.NONE,
            Counts.of(1, findings.isEmpty() ? 0 : 1),
            Times.elapsed(millis),
            0,
            findings,
            Ending.COMPLETE);
    Header header =
        Header.now(
            Version.text(),
            RunOptions.of(
                    List.of(cell.scenario()), List.of(cell.strategy()), List.of(cell.transport()))
                .withProtocol(cell.protocol())
                .withMode(Mode.WATCH)
                .withBaseline(baselineId));
    CellLine line = expectations.judge(result);
    try (ResultsFile results = ResultsFile.create(directory, header)) {
      results.append(line);
    }
    List<CellLine> lines = List.of(line);
    Duration wall = Duration.ofNanos(run.elapsedNanos());
    if (findings.isEmpty()) {
      context.terminal().say("");
      context.terminal().say("No finding.");
    } else {
      new RunReport(context.terminal(), lines, wall, context.replay()).printFindings(explain);
    }
    RunFiles files = new RunFiles(directory, context.formats());
    files.write(
        new ReportedRun(
            header, lines, wall, source.sources(context.directory()), context.replay()));
    files.print(context.terminal());
    context.terminal().say("");
    run.closing().forEach(context.terminal()::say);
    if (kind().equals("native")) {
      ElfProgram.find(program.get(0), context.directory(), System.getenv())
          .flatMap(ElfProgram::unseen)
          .ifPresent(context.terminal()::say);
    }
    suppressions.sayUnused(context, lines);
    if (writeSuppressions != null) {
      write(findings);
    }
    if (context.interrupt().happened()) {
      return ExitCode.INTERRUPTED;
    }
    if (run.losses().processes() == 0) {
      throw new ToolException(Text.clean(name) + " wrote no log, so nothing was watched");
    }
    return line.outcome() == Outcome.FAILED ? ExitCode.FINDING : ExitCode.OK;
  }
}
