package dev.lockjaw.cli.compare;

import dev.lockjaw.campaign.Campaign;
import dev.lockjaw.campaign.CellRunner;
import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.execution.EngineCells;
import dev.lockjaw.cli.execution.EngineRun;
import dev.lockjaw.cli.execution.Exploration;
import dev.lockjaw.cli.execution.KnownCells;
import dev.lockjaw.cli.option.Engine;
import dev.lockjaw.compare.Judged;
import dev.lockjaw.explain.Text;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Mode;
import dev.lockjaw.run.Cell;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Transport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets the tools judge the strategies, one tool after the other. */
final class CompareVerdicts {
  private static final int PREEMPTIONS = 2;

  private final Context context;
  private final CompareSubject subject;
  private final ComparePlan plan;
  private final Path directory;
  private final int jobs = Runtime.getRuntime().availableProcessors();
  private final List<Judged> results = new ArrayList<>();

  CompareVerdicts(Context context, CompareSubject subject, ComparePlan plan, Path directory) {
    this.context = context;
    this.subject = subject;
    this.plan = plan;
    this.directory = directory;
  }

  /** The results of all tools; fewer after Ctrl-C. */
  List<Judged> judge() {
    try (CellRunner runner = context.runners().in(directory)) {
      List<Transport> transports = subject.transports();
      say("Exploring " + Text.count(subject.cells(transports).size(), "cell"), transports);
      KnownCells.check(KnownCells.prove(context, runner, transports));
      run(
          new Campaign.Options(Mode.EXPLORE, PREEMPTIONS, true, Long.MAX_VALUE, jobs, 1),
          runner,
          transports);
      if (plan.stresses()) {
        stress(runner);
      }
    }
    plan.engines().forEach(this::run);
    return results;
  }

  private void stress(CellRunner runner) {
    List<Transport> stressed = subject.measured(plan.quick());
    say("Stressing them for " + plan.stress().toSeconds() + " seconds", stressed);
    run(
        new Campaign.Options(Mode.STRESS, PREEMPTIONS, true, plan.stress().toNanos(), jobs, 1),
        runner,
        stressed);
  }

  private void say(String what, List<Transport> transports) {
    if (!context.interrupt().happened()) {
      context.terminal().say(what + " on " + CompareSubject.ids(transports) + ".");
    }
  }

  private void run(Campaign.Options options, CellRunner runner, List<Transport> transports) {
    if (context.interrupt().happened()) {
      return;
    }
    List<Cell> cells = subject.cells(transports);
    for (CellResult result : new Exploration(context, options, runner).explore(cells)) {
      results.add(new Judged(result, Set.of(contract(result, transports))));
    }
  }

  private static ThreadContract contract(CellResult result, List<Transport> transports) {
    return transports.stream()
        .filter(transport -> transport.id().equals(result.id().transport()))
        .findFirst()
        .orElseThrow()
        .contract();
  }

  private void run(Engine engine) {
    List<Engine.Family> families = families(engine);
    if (context.interrupt().happened() || families.isEmpty()) {
      return;
    }
    Map<CellId, Engine.Family> cells = new LinkedHashMap<>();
    for (Engine.Family family : families) {
      subject.strategies().stream()
          .filter(family::isAbout)
          .forEach(strategy -> cells.put(family.cell(strategy), family));
    }
    context
        .terminal()
        .say(
            "Running "
                + engine.id()
                + " on "
                + Text.count(cells.size(), "cell")
                + " for about "
                + Text.count(engine.budget().toSeconds(), "second")
                + ".");
    List<CellResult> proofs = new ArrayList<>();
    new EngineRun(context, engine, EngineCells.jar(engine))
        .run(
            List.copyOf(cells.keySet()),
            directory.resolve(engine.id()),
            engine.budget(),
            result -> {
              Engine.Family family = cells.get(result.id());
              results.add(new Judged(result, family.contracts()));
              if (family.proof() && result.id().equals(family.control())) {
                proofs.add(result);
              }
            });
    if (!context.interrupt().happened()) {
      KnownCells.check(proofs);
    }
  }

  /** The families that cover a transport of the comparison. */
  private List<Engine.Family> families(Engine engine) {
    Set<ThreadContract> contracts = EnumSet.noneOf(ThreadContract.class);
    Set<String> transports = new LinkedHashSet<>();
    subject
        .transports()
        .forEach(
            transport -> {
              contracts.add(transport.contract());
              transports.add(transport.id());
            });
    return engine.families().stream()
        .filter(family -> family.isModel() || transports.contains(family.transport()))
        .filter(family -> family.contracts().stream().anyMatch(contracts::contains))
        .toList();
  }

  /** The results of explore. */
  static List<CellResult> explored(List<Judged> results) {
    return results.stream()
        .map(Judged::result)
        .filter(result -> result.mode() == Mode.EXPLORE)
        .toList();
  }
}
