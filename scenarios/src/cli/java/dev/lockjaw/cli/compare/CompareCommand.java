package dev.lockjaw.cli.compare;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.execution.EngineCells;
import dev.lockjaw.cli.option.CommonOptions;
import dev.lockjaw.cli.option.ExploreOptions;
import dev.lockjaw.cli.option.OutputDirectory;
import dev.lockjaw.cli.option.Selection;
import dev.lockjaw.cli.terminal.StatusLine;
import dev.lockjaw.compare.Compared;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.Judged;
import dev.lockjaw.compare.Strategies;
import dev.lockjaw.explain.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares lock strategies: which scenarios they pass, what they cost, and which one to take. */
@Command(
    name = "compare",
    description = {
      "Compare lock strategies: which scenarios they pass under explore, stress, Lincheck and"
          + " jcstress; what they cost, as a ratio to no lock in the same run; how long sends take"
          + " beside frees; and which one to take for each thread contract. The default transports"
          + " are jsse, bc and one stack that takes one thread at a time. It takes about twenty"
          + " minutes on two cores; leave the machine idle meanwhile.",
      ""
    },
    footer = {
      "",
      "Exit code 1 if a strategy is slower than in --baseline: its ratio to none exceeds the earlier"
          + " ratio by more than --threshold, and the 99.9 %% intervals do not overlap; 3 if Lockjaw"
          + " failed; else 0."
    })
public final class CompareCommand implements Callable<Integer> {
  private final Context context;

  @Option(
      names = "--quick",
      description =
          "Take two minutes on two cores: no Lincheck and jcstress, ten seconds of stress, short"
              + " iterations, and costs on one transport of each contract in one JVM. Errors are"
              + " larger, and do not include differences between JVMs.")
  private boolean quick;

  @Mixin private Selection selection;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "The " + Comparison.NAME + " of an earlier comparison, to compare speed with.")
  private Path baseline;

  @Option(
      names = "--threshold",
      paramLabel = "PERCENT",
      defaultValue = "15",
      description = "The slowdown to accept; default ${DEFAULT-VALUE}.")
  private int threshold;

  @Option(
      names = "--measure",
      paramLabel = "LIST",
      description =
          "Measure only these costs, such as 'record 64 B*', and judge only by explore; default:"
              + " all.")
  private List<String> measure;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description =
          "Number of measuring rounds, each in JVMs of its own; default "
              + Rounds.FULL
              + ", and 1 with --quick. Errors come from the differences between rounds, so more rounds"
              + " make them smaller; with fewer than three rounds they are those of JMH.")
  private Integer rounds;

  @Option(
      names = "--plant",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description =
          "Make records cost this much more under all strategies but the control. This shows"
              + " whether --baseline detects it on this machine with these rounds.")
  private int plant;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "The directory for the results; default " + OutputDirectory.DEFAULT + "/<date>.")
  private Path out;

  @Mixin private CommonOptions common;

  public CompareCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Optional<CompareGate> gate = gate();
    CompareSubject subject = CompareSubject.of(context, selection);
    ComparePlan plan = ComparePlan.of(quick, measure != null);
    Measures measures = Measures.of(subject, quick, measure);
    Rounds costs =
        new Rounds(
            quick,
            rounds != null ? rounds : quick ? 1 : Rounds.FULL,
            plant,
            measures.costs(),
            subject.strategies());
    Path directory = OutputDirectory.of(context.directory(), out, Comparison.NAME);
    MeasuringJvm.benchmarks();
    plan.engines().forEach(EngineCells::jar);
    List<Judged> judged = new CompareVerdicts(context, subject, plan, directory).judge();
    if (context.interrupt().happened()) {
      return ExitCode.INTERRUPTED;
    }
    Benchmarks benchmarks = new Benchmarks(directory, context.interrupt());
    CompareLatencies latencies =
        new CompareLatencies(
            context,
            subject,
            plan,
            measures.latencies(),
            directory,
            CompareVerdicts.explored(judged));
    List<CompareStep> steps = new ArrayList<>(costs.steps(benchmarks));
    steps.addAll(latencies.steps());
    measure(steps);
    if (context.interrupt().happened()) {
      return ExitCode.INTERRUPTED;
    }
    Strategies strategies =
        new Strategies(
            subject.transports(),
            judged,
            plan.notRun(),
            benchmarks.results(),
            latencies.measured());
    List<Compared> compared = strategies.compare(subject.strategies());
    Comparison comparison =
        new Comparison(
            Comparison.SCHEMA,
            machine(),
            costs.settings() + (latencies.measured().isEmpty() ? "" : "; " + plan.settings()),
            compared,
            strategies.advise(compared, subject.leftOut(context)));
    CompareFiles files = new CompareFiles(context, directory);
    files.write(comparison, judged);
    new CompareSummary(comparison).print(context.terminal());
    files.print();
    return gate.map(given -> given.judge(comparison)).orElse(ExitCode.OK);
  }

  private Optional<CompareGate> gate() {
    ExploreOptions.inRange("--threshold", threshold, 0, 10_000);
    ExploreOptions.inRange("--plant", plant, 0, 100);
    if (rounds != null) {
      ExploreOptions.inRange("--rounds", rounds, 1, 1000);
    }
    return Optional.ofNullable(baseline)
        .map(file -> CompareGate.read(context, context.directory().resolve(file), threshold));
  }

  private void measure(List<CompareStep> steps) {
    context
        .terminal()
        .say(
            "Measuring costs and latencies, "
                + StatusLine.about(CompareProgress.seconds(steps))
                + ".");
    new CompareProgress(steps).run(context.terminal(), context.interrupt());
  }

  private static String machine() {
    return Text.count(Runtime.getRuntime().availableProcessors(), "processor")
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ", Java "
        + System.getProperty("java.version");
  }
}
