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
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares lock strategies: what passes, what it costs, and which to take. */
@Command(
    name = "compare",
    description = {
      "Compare lock strategies: which scenarios they pass, under explore, stress, Lincheck and"
          + " jcstress, what they cost as a ratio to no lock measured in the same run, how long"
          + " sends take beside frees, and which to take for each thread contract. Without"
          + " --transport: on jsse, bc and one stack that takes one thread at a time. About twenty"
          + " minutes on two cores. The machine should do nothing else meanwhile.",
      ""
    },
    footer = {
      "",
      "Exit code 1 if a strategy is slower than in --baseline: if its ratio to none is above the"
          + " earlier one by more than --threshold and their 99.9 %% intervals don't overlap; 3 if"
          + " Lockjaw failed; else 0."
    })
public final class CompareCommand implements Callable<Integer> {
  private final Context context;

  @Option(
      names = "--quick",
      description =
          "Within two minutes on two cores: without Lincheck and jcstress, ten seconds of stress,"
              + " short iterations, and costs on one transport of each contract, measured in one"
              + " JVM. Errors are larger, and differences between JVMs are not in them.")
  private boolean quick;

  @Mixin private Selection selection;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "The " + Comparison.NAME + " of an earlier comparison, to be no slower than.")
  private Path baseline;

  @Option(
      names = "--threshold",
      paramLabel = "PERCENT",
      defaultValue = "15",
      description = "How much slower is no matter; default ${DEFAULT-VALUE}.")
  private int threshold;

  @Option(
      names = "--measure",
      paramLabel = "LIST",
      description =
          "Only these costs, such as 'record 64 B*', and of verdicts only those of explore;"
              + " default: all there are.")
  private List<String> measure;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description =
          "How often to measure everything, in JVMs of its own; default "
              + Rounds.FULL
              + ", and 1 with --quick. The errors are from how rounds differ, so more make them"
              + " smaller; of fewer than three they are JMH's.")
  private Integer rounds;

  @Option(
      names = "--plant",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description =
          "Make records cost so much more under all strategies but the control: shows whether"
              + " --baseline tells, on this machine, with these rounds.")
  private int plant;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the results go; default " + OutputDirectory.DEFAULT + "/<date>.")
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
    Path directory =
        out == null
            ? OutputDirectory.dated(context.directory(), LocalDateTime.now())
            : OutputDirectory.asked(context.directory().resolve(out), Comparison.NAME);
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
