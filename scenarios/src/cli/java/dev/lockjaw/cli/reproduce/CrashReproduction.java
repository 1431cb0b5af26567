package dev.lockjaw.cli.reproduce;

import dev.lockjaw.campaign.Campaign;
import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.context.Scratch;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.execution.Deaths;
import dev.lockjaw.cli.execution.Exploration;
import dev.lockjaw.cli.option.Patterns;
import dev.lockjaw.cli.terminal.Listing;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.Text;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.process.WorkerJvms;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Token;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows what a bug does to a native stack without the guard: child processes die, and the operating
 * system says of what. Under the fixes they survive.
 */
final class CrashReproduction {
  private static final int PREEMPTIONS = 2;

  private final Context context;
  private final Terminal terminal;
  private final Bug bug;
  private final Transport transport;
  private final int times;
  private final List<String> wrong = new ArrayList<>();

  CrashReproduction(Context context, Bug bug, Transport transport, int times) {
    this.context = context;
    this.terminal = context.terminal();
    this.bug = bug;
    this.transport = transport;
    this.times = times;
  }

  int run() {
    terminal.heading(bug.id() + " on " + transport.description());
    terminal.say(bug.story());
    terminal.say("");
    try (Scratch scratch = new Scratch();
        WorkerJvms workers = new WorkerJvms(scratch.folder())) {
      for (String strategy : bug.buggy()) {
        show(strategy, workers);
      }
      terminal.heading("The fixes");
      Listing listing = new Listing();
      for (String strategy : bug.strategies().keySet()) {
        if (!bug.buggy().contains(strategy) && !context.interrupt().happened()) {
          listing.row(strategy, survival(strategy, workers));
        }
      }
      listing.print(terminal);
    }
    if (context.interrupt().happened()) {
      return ExitCode.INTERRUPTED;
    }
    terminal.say("");
    terminal.say(
        wrong.isEmpty()
            ? "As expected: the process dies under "
                + String.join(" and ", bug.buggy())
                + ", and under none of the others."
            : "Not as expected: " + String.join("; ", wrong) + ".");
    return wrong.isEmpty() ? ExitCode.OK : ExitCode.FINDING;
  }

  private void show(String strategy, WorkerJvms workers) {
    CellResult result = explore(strategy, workers);
    Optional<Finding> crash = crash(result);
    if (context.interrupt().happened()) {
      return;
    }
    if (crash.isEmpty()) {
      wrong.add("no process died under " + strategy);
      return;
    }
    Token token = Token.parse(crash.get().token());
    terminal.print(
        Explanation.of(token, crash.get(), context.replay(), terminal.width(), terminal.style())
            + '\n');
    Deaths deaths =
        Deaths.of(workers, cell(strategy), token.schedule(), times, context.interrupt());
    deaths.print(terminal);
    terminal.say("");
    if (deaths.died() == 0 && deaths.runs() > 0) {
      wrong.add("the schedule that killed a process under " + strategy + " did not again");
    }
  }

  private String survival(String strategy, WorkerJvms workers) {
    CellResult result = explore(strategy, workers);
    if (result.verdict() != Verdict.PASS) {
      wrong.add(result.id().text() + " was " + result.verdict().id());
    }
    return crash(result)
        .map(Finding::message)
        .orElse(
            "no process died in "
                + Text.count(result.counts().schedules(), "interleaving")
                + (result.extent().exhausted() ? ", all with at most two preemptions" : ""));
  }

  private static Optional<Finding> crash(CellResult result) {
    return result.findings().stream()
        .filter(finding -> finding.kind() == FindingKind.NATIVE_CRASH)
        .findFirst();
  }

  private CellResult explore(String strategy, WorkerJvms workers) {
    Campaign.Options options = new Campaign.Options(PREEMPTIONS, true, Long.MAX_VALUE, 1, 1);
    return new Exploration(context, options, workers).silently(cell(strategy).letCrash(true));
  }

  private Cell cell(String strategy) {
    return Cell.of(
        new Patterns<>("scenario", context.registry().scenarios(), Scenario::id)
            .named(bug.scenario()),
        new Patterns<>("strategy", context.registry().strategies(), Locking::id).named(strategy),
        transport,
        Protocol.TLS_1_2);
  }
}
