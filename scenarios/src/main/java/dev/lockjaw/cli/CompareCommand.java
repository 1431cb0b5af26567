package dev.lockjaw.cli;

import dev.lockjaw.compare.Advice;
import dev.lockjaw.compare.Compared;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.JmhResults;
import dev.lockjaw.compare.Strategies;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.run.Campaign;
import dev.lockjaw.run.CellResult;
import dev.lockjaw.run.CellRunner;
import dev.lockjaw.run.Mode;
import dev.lockjaw.run.Registry;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares lock strategies: what passes, what it costs, and which to take. */
@Command(
    name = "compare",
    description = {
      "Compare lock strategies: which scenarios they pass, what they cost as a ratio to no lock"
          + " measured in the same run, and which to take for each thread contract. Without"
          + " --transport: on jsse, bc and one stack that takes one thread at a time. The machine"
          + " should do nothing else meanwhile.",
      ""
    },
    footer = {
      "",
      "Exit code 1 if a strategy is slower than in --baseline: if its ratio to none is above the"
          + " earlier one by more than --threshold and their 99.9 %% intervals don't overlap; 3 if"
          + " Lockjaw failed; else 0."
    })
final class CompareCommand implements Callable<Integer> {
  private static final int PREEMPTIONS = 2;

  private final Context context;

  @Option(
      names = "--quick",
      description =
          "Within two minutes on two cores: short iterations, and costs on one transport of each"
              + " contract, measured in one JVM. Errors are larger, and differences between JVMs"
              + " are not in them.")
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
      description = "Only these costs, such as 'record 64 B*'; default: all there are.")
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

  CompareCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Optional<CompareGate> gate = gate();
    Registry picked = withSerial(selection.of(context.registry()));
    picked = new Registry(picked.scenarios(), measurable(picked), usable(picked));
    Rounds measuring = measuring(picked);
    Benchmarks.jar();
    Path directory =
        out == null
            ? OutputDirectory.dated(context.directory(), LocalDateTime.now())
            : OutputDirectory.asked(context.directory().resolve(out), Comparison.NAME);
    List<CellResult> results = explore(picked, directory);
    JmhResults measured = measuring.measure(directory, context.interrupt());
    if (context.interrupt().happened()) {
      return ExitCode.INTERRUPTED;
    }
    Comparison comparison = comparison(picked, results, measured, measuring.settings());
    write(comparison, directory.resolve(Comparison.NAME));
    print(comparison, directory);
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

  /** Where the user named no transport, with one whose contract is serial, if there is one. */
  private Registry withSerial(Registry picked) {
    if (selection.namesTransports()) {
      return picked;
    }
    Stream<Transport> serial =
        context.registry().transports().stream()
            .filter(transport -> transport.contract() == ThreadContract.SERIAL)
            .filter(transport -> !picked.transports().contains(transport))
            .filter(transport -> transport.unavailable().isEmpty())
            .limit(1);
    return new Registry(
        picked.scenarios(),
        picked.strategies(),
        Stream.concat(picked.transports().stream(), serial).toList());
  }

  /** The strategies that guard sessions of Lockjaw's own, and the control. */
  private List<Locking> measurable(Registry picked) {
    List<Locking> strategies = new ArrayList<>();
    for (Locking one : picked.strategies()) {
      if (!(one instanceof LockStrategy)) {
        throw new UsageException(
            one.id() + " is no lock strategy but a session of its own, which compare can't take");
      }
      if (one.getClass().getClassLoader() != LockStrategy.class.getClassLoader()) {
        throw new UsageException(
            one.id() + " comes from a plug-in, which compare can't measure; explore it with run");
      }
      strategies.add(one);
    }
    if (strategies.stream().noneMatch(one -> one.id().equals(Comparison.CONTROL))) {
      strategies.add(
          0,
          new Patterns<>("strategy", context.registry().strategies(), Locking::id)
              .named(Comparison.CONTROL));
    }
    return strategies;
  }

  private List<Transport> usable(Registry picked) {
    List<Transport> usable = new ArrayList<>();
    for (Transport transport : picked.transports()) {
      if (transport.unavailable().isEmpty()) {
        usable.add(transport);
      } else {
        context
            .terminal()
            .say("Without " + transport.id() + ": " + transport.unavailable().orElseThrow());
      }
    }
    if (usable.isEmpty()) {
      throw new ToolException("nothing was run: none of the transports is available here");
    }
    return usable;
  }

  private List<CellResult> explore(Registry picked, Path directory) {
    context
        .terminal()
        .say(
            "Exploring "
                + Counted.of(selection.cells(picked).size(), "cell")
                + " on "
                + ids(picked.transports())
                + ", then measuring "
                + Counted.of(picked.strategies().size(), "strategy", "strategies")
                + (quick ? "." : " in several rounds."));
    int jobs = Runtime.getRuntime().availableProcessors();
    Campaign.Options options =
        new Campaign.Options(Mode.EXPLORE, PREEMPTIONS, true, Long.MAX_VALUE, jobs, 1);
    try (CellRunner runner = context.runners().in(directory)) {
      KnownCells.check(KnownCells.prove(context, runner, picked.transports()));
      return new Exploration(context, options, runner).explore(selection.cells(picked));
    }
  }

  private Rounds measuring(Registry picked) {
    List<Measurement> all = Measurement.of(picked.transports(), quick);
    String where =
        "there are: " + all.stream().map(Measurement::name).collect(Collectors.joining("; "));
    return new Rounds(
        quick,
        rounds != null ? rounds : quick ? 1 : Rounds.FULL,
        plant,
        new Patterns<>("measure", all, Measurement::name, where).pick(measure),
        picked.strategies().stream().map(Locking::id).toList());
  }

  private Comparison comparison(
      Registry picked, List<CellResult> results, JmhResults measured, String settings) {
    Strategies strategies = new Strategies(picked.transports(), results, measured);
    List<Compared> compared =
        strategies.compare(picked.strategies().stream().map(Locking::id).toList());
    String machine =
        Counted.of(Runtime.getRuntime().availableProcessors(), "processor")
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ", Java "
            + System.getProperty("java.version");
    return new Comparison(
        Comparison.SCHEMA, machine, settings, compared, strategies.advise(compared));
  }

  private static void write(Comparison comparison, Path file) {
    try {
      comparison.write(file);
    } catch (IOException failed) {
      throw new ToolException("cannot write " + file + ": " + Failures.reason(failed));
    }
  }

  private void print(Comparison comparison, Path directory) {
    Terminal terminal = context.terminal();
    new CompareTable(comparison).print(terminal);
    terminal.say("");
    terminal.say(
        "Costs are ratios to none measured in the same run, ± the 99.9 % error of both (one of"
            + " none is "
            + nanos(comparison)
            + "). section: around nothing; record: sealing one; send, receive beside: one thread"
            + " sends 64 B while another reads. p50 to p99.9: how long such a send takes until its"
            + " record is sealed. "
            + comparison.machine()
            + "; JMH "
            + comparison.settings()
            + ".");
    terminal.say("");
    new CompareFailures(comparison).print(terminal);
    terminal.heading("Which to take");
    comparison
        .advice()
        .forEach(advice -> terminal.say(advice.contract() + ": " + advice.sentence() + "."));
    terminal.say("");
    terminal.say("The numbers: " + directory.resolve(Comparison.NAME));
  }

  private static String nanos(Comparison comparison) {
    return comparison.strategies().stream()
        .filter(one -> one.strategy().equals(Comparison.CONTROL))
        .flatMap(one -> one.costs().stream())
        .map(cost -> cost.measure() + " " + Advice.text(cost.nanos()) + " ns")
        .collect(Collectors.joining(", "));
  }

  private static String ids(List<Transport> transports) {
    return transports.stream().map(Transport::id).collect(Collectors.joining(", "));
  }
}
