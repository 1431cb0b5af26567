package dev.lockjaw.cli.reproduce;

import dev.lockjaw.campaign.Campaign;
import dev.lockjaw.campaign.ScheduleReplay;
import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.context.Scratch;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.execution.Exploration;
import dev.lockjaw.cli.option.Patterns;
import dev.lockjaw.cli.terminal.Listing;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.Explanation;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.text.Matrix;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Token;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows a bug on one transport: strategies that have it beside strategies that do not. */
final class Reproduction {
  private static final int PREEMPTIONS = 2;

  private final Context context;
  private final Terminal terminal;
  private final Bug bug;
  private final Transport transport;
  private final MutexKind mutex;
  private final List<String> wrong = new ArrayList<>();

  Reproduction(Context context, Bug bug, Transport transport, MutexKind mutex) {
    this.context = context;
    this.terminal = context.terminal();
    this.bug = bug;
    this.transport = transport;
    this.mutex = mutex;
  }

  int run() {
    terminal.heading(bug.id());
    terminal.say(bug.story());
    terminal.say("");
    List<CellResult> results =
        Scratch.with(
            context.runners(),
            runner -> new Exploration(context, options(), runner).explore(cells()));
    if (context.interrupt().happened()) {
      return ExitCode.INTERRUPTED;
    }
    bug.buggy().forEach(strategy -> show(strategy, result(results, strategy)));
    terminal.heading("The fixes side by side");
    List<CellLine> lines = results.stream().map(context.expectations()::judge).toList();
    terminal.print(Matrix.of(lines, terminal.width(), terminal.style()) + '\n');
    Listing notes = new Listing();
    bug.strategies().forEach(notes::row);
    notes.print(terminal);
    terminal.say("");
    check(results);
    terminal.say(
        wrong.isEmpty()
            ? "As expected: "
                + bug.scenario()
                + " fails under "
                + String.join(" and ", bug.buggy())
                + " and passes under the others. Other failures are other bugs."
            : "Not as expected: " + String.join("; ", wrong) + ".");
    return wrong.isEmpty() ? ExitCode.OK : ExitCode.FINDING;
  }

  private static Campaign.Options options() {
    int cores = Runtime.getRuntime().availableProcessors();
    return new Campaign.Options(PREEMPTIONS, true, Long.MAX_VALUE, cores, 1);
  }

  private List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (String scenario : bug.compared()) {
      for (String strategy : bug.strategies().keySet()) {
        cells.add(cell(scenario, strategy));
      }
    }
    return cells;
  }

  private Cell cell(String scenario, String strategy) {
    return Cell.of(
            new Patterns<>("scenario", context.registry().scenarios(), Scenario::id)
                .named(scenario),
            new Patterns<>("strategy", context.registry().strategies(), Locking::id)
                .named(strategy),
            transport,
            Protocol.TLS_1_2)
        .with(mutex);
  }

  private CellResult result(List<CellResult> results, String strategy) {
    return results.stream()
        .filter(result -> result.id().scenario().equals(bug.scenario()))
        .filter(result -> result.id().strategy().equals(strategy))
        .findFirst()
        .orElseThrow();
  }

  /** Explains the finding, and the other findings of its interleaving. */
  private void show(String strategy, CellResult result) {
    Optional<Finding> found = find(result.findings(), bug.kinds().get(0));
    if (found.isEmpty()) {
      wrong.add("no " + bug.kinds().get(0).id() + " shows under " + strategy);
      return;
    }
    Token token = Token.parse(found.get().token());
    List<Finding> together = replay(cell(bug.scenario(), strategy), token);
    for (FindingKind kind : bug.kinds()) {
      Optional<Finding> finding = find(together, kind);
      if (finding.isEmpty()) {
        wrong.add("no " + kind.id() + " shows under " + strategy + " when replayed");
        continue;
      }
      if (kind != bug.kinds().get(0)) {
        terminal.say("What the contract monitor saw in the same interleaving:");
        terminal.say("");
      }
      terminal.print(
          Explanation.of(token, finding.get(), context.replay(), terminal.width(), terminal.style())
              + '\n');
    }
  }

  private List<Finding> replay(Cell cell, Token token) {
    try {
      return ScheduleReplay.of(cell, token.schedule()).findings().stream()
          .map(ScheduleReplay.Found::finding)
          .toList();
    } catch (IOException failed) {
      throw new ToolException("cannot replay " + token.text() + ": " + failed.getMessage());
    }
  }

  private static Optional<Finding> find(List<Finding> findings, FindingKind kind) {
    return findings.stream().filter(finding -> finding.kind() == kind).findFirst();
  }

  /** Under a strategy without the bug, its scenario must pass. */
  private void check(List<CellResult> results) {
    for (String strategy : bug.strategies().keySet()) {
      CellResult result = result(results, strategy);
      if (!bug.buggy().contains(strategy) && result.verdict() != Verdict.PASS) {
        wrong.add(result.id().text() + " was " + result.verdict().id());
      }
    }
  }
}
