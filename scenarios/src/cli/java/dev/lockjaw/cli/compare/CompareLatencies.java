package dev.lockjaw.cli.compare;

import dev.lockjaw.campaign.CellRunner;
import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.execution.Exploration;
import dev.lockjaw.cli.execution.KnownCells;
import dev.lockjaw.cli.option.Patterns;
import dev.lockjaw.compare.LatencyFile;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.reports.results.IoReason;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how long sends take while another thread reads and a third frees. It measures only
 * strategies that pass the scenario of the same shape; the others would use a freed session.
 */
final class CompareLatencies {
  /** The scenario. */
  static final String SCENARIO = "read-write-free";

  /** The name of the measurement, up to the id of the transport. */
  static final String MEASURE = "latency ";

  private static final String MAIN = "dev.lockjaw.jmh.Latencies";
  private static final String LOG = "latencies.log";
  private static final double SECONDS_TO_START = 1.5;

  private final Context context;
  private final CompareSubject subject;
  private final ComparePlan plan;
  private final List<Transport> transports;
  private final Path directory;
  private final List<CellResult> explored;
  private final List<LatencyFile.Entry> measured = new ArrayList<>();

  /**
   * @param transports to measure on
   * @param explored the verdicts of the strategies
   */
  CompareLatencies(
      Context context,
      CompareSubject subject,
      ComparePlan plan,
      List<Transport> transports,
      Path directory,
      List<CellResult> explored) {
    this.context = context;
    this.subject = subject;
    this.plan = plan;
    this.transports = transports;
    this.directory = directory;
    this.explored = explored;
  }

  /** Everything measured so far. */
  List<LatencyFile.Entry> measured() {
    return measured;
  }

  /** The steps, in order. */
  List<CompareStep> steps() {
    if (transports.isEmpty()) {
      return List.of();
    }
    List<CompareStep> steps = new ArrayList<>();
    try (CellRunner runner = context.runners().in(directory)) {
      for (Transport transport : transports) {
        List<String> safe =
            subject.picked().strategies().stream()
                .filter(strategy -> isSafe(strategy, transport, runner))
                .map(Locking::id)
                .toList();
        if (!safe.isEmpty() && !context.interrupt().happened()) {
          double rounds = (plan.latencyRounds() + 1.0) * safe.size();
          steps.add(
              new CompareStep(
                  MEASURE + transport.id(),
                  SECONDS_TO_START + rounds * plan.latencyRound().toMillis() / 1000 * 1.2,
                  () -> measure(transport, safe)));
        }
      }
    }
    return steps;
  }

  private boolean isSafe(Locking strategy, Transport transport, CellRunner runner) {
    CellResult known =
        explored.stream()
            .filter(result -> result.id().scenario().equals(SCENARIO))
            .filter(result -> result.id().strategy().equals(strategy.id()))
            .filter(result -> result.id().transport().equals(transport.id()))
            .findFirst()
            .orElseGet(() -> explore(strategy, transport, runner));
    return known.verdict() == Verdict.PASS;
  }

  /** Explores the scenario if the user's selection leaves it out. */
  private CellResult explore(Locking strategy, Transport transport, CellRunner runner) {
    Registry all = context.registry();
    Scenario scenario = new Patterns<>("scenario", all.scenarios(), Scenario::id).named(SCENARIO);
    Cell cell = Cell.of(scenario, strategy, transport, subject.selection().protocol());
    return new Exploration(context, KnownCells.options(), runner).silently(cell);
  }

  private void measure(Transport transport, List<String> strategies) {
    Path file = directory.resolve("latencies-" + transport.id() + ".json");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                MAIN,
                file.toString(),
                String.valueOf(plan.latencyRounds()),
                String.valueOf(plan.latencyRound().toMillis()),
                transport.id()));
    arguments.addAll(strategies);
    new MeasuringJvm(MeasuringJvm.benchmarks(), directory.resolve(LOG), context.interrupt())
        .run("measuring latencies", arguments);
    if (context.interrupt().happened()) {
      return;
    }
    try {
      measured.addAll(LatencyFile.read(file).entries());
    } catch (IOException unreadable) {
      throw new ToolException("cannot read " + file + ": " + IoReason.of(unreadable));
    }
  }
}
