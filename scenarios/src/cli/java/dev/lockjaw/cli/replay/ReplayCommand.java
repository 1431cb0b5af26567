package dev.lockjaw.cli.replay;

import dev.lockjaw.campaign.ScheduleReplay;
import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.context.Scratch;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.cli.execution.Deaths;
import dev.lockjaw.cli.option.CommonOptions;
import dev.lockjaw.cli.option.ExploreOptions;
import dev.lockjaw.cli.option.MutexOption;
import dev.lockjaw.cli.option.Patterns;
import dev.lockjaw.cli.option.ProtocolConverter;
import dev.lockjaw.cli.option.Usable;
import dev.lockjaw.cli.option.WeaveOption;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.Explanation;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.process.WorkerJvms;
import dev.lockjaw.result.MalformedTokenException;
import dev.lockjaw.result.Token;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Runs the interleaving of a replay token. */
@Command(
    name = "replay",
    description = "Run the interleaving of a replay token, and explain what it shows.",
    footer = {"", "Exit code 1 while a finding shows, 0 once it is gone."})
public final class ReplayCommand implements Callable<Integer> {
  private static final int MOST_TIMES = 100_000;

  private final Context context;
  @Mixin private MutexOption mutex;
  @Mixin private WeaveOption weave;
  @Mixin private CommonOptions common;

  @Parameters(paramLabel = "TOKEN", description = "The replay token of a finding, such as LJ1/...")
  private String token;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "1",
      description = "Run it N times, and report whether every run was the same.")
  private int times;

  @Option(
      names = "--let-crash",
      description =
          "Let misuse reach a native stack instead of stopping it at the guard: run in child"
              + " processes, and report how they die.")
  private boolean letCrash;

  public ReplayCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ExploreOptions.inRange("--times", times, 1, MOST_TIMES);
    Token parsed = parse(token);
    Cell cell = cell(parsed);
    if (parsed.woven() != cell.woven()) {
      throw new UsageException(
          parsed.woven()
              ? "the token is for woven classes of "
                  + parsed.cell().strategy()
                  + "; give --plugin and --weave as the run had them"
              : "the token is for classes that are not woven; leave out --weave");
    }
    Usable.orFail(cell.transport());
    if (letCrash) {
      return crash(cell, parsed);
    }
    ScheduleReplay first = run(cell, parsed, true);
    for (ScheduleReplay.Found found : first.findings()) {
      Terminal terminal = context.terminal();
      terminal.print(
          Explanation.of(
                  parsed, found.finding(), context.replay(), terminal.width(), terminal.style())
              + '\n');
    }
    if (!first.fits()) {
      say("The code has changed: this schedule fits only in part, and was followed that far.");
    }
    if (times > 1) {
      say(compare(cell, parsed, first));
    }
    say(outcome(first));
    return first.findings().isEmpty() ? ExitCode.OK : ExitCode.FINDING;
  }

  private int crash(Cell cell, Token named) {
    try (Scratch scratch = new Scratch();
        WorkerJvms workers = new WorkerJvms(scratch.folder())) {
      Deaths deaths = Deaths.of(workers, cell, named.schedule(), times, context.interrupt());
      deaths.print(context.terminal());
      return deaths.died() == 0 ? ExitCode.OK : ExitCode.FINDING;
    }
  }

  private static Token parse(String text) {
    try {
      return Token.parse(text);
    } catch (MalformedTokenException malformed) {
      throw new UsageException(malformed.getMessage());
    }
  }

  private Cell cell(Token named) {
    Registry registry = context.registry();
    return new Cell(
            new Patterns<>("scenario", registry.scenarios(), Scenario::id)
                .named(named.cell().scenario()),
            new Patterns<>("strategy", registry.strategies(), Locking::id)
                .named(named.cell().strategy()),
            new Patterns<>("transport", registry.transports(), Transport::id)
                .named(named.cell().transport()),
            protocol(named.cell().protocol()))
        .with(mutex.kind())
        .judgedBy(registry.oracles());
  }

  private static Protocol protocol(String id) {
    try {
      return new ProtocolConverter().convert(id);
    } catch (TypeConversionException unknown) {
      throw new UsageException("the token's protocol " + unknown.getMessage());
    }
  }

  private static ScheduleReplay run(Cell cell, Token named, boolean comparing) {
    try {
      return comparing
          ? ScheduleReplay.of(cell, named.schedule())
          : ScheduleReplay.again(cell, named.schedule());
    } catch (IOException failed) {
      throw new ToolException("cannot replay " + cell.id().text() + ": " + failed.getMessage());
    }
  }

  /** Runs it again for the remaining times. */
  private String compare(Cell cell, Token named, ScheduleReplay first) {
    int runs = 1;
    int same = 1;
    for (; runs < times && !context.interrupt().happened(); runs++) {
      ScheduleReplay again = run(cell, named, false);
      boolean findings = signatures(again).equals(signatures(first));
      same += findings && again.interleaving().equals(first.interleaving()) ? 1 : 0;
    }
    return same + " of " + runs + " runs showed the same findings and the same interleaving.";
  }

  private static List<String> signatures(ScheduleReplay replay) {
    return replay.findings().stream().map(ScheduleReplay.Found::signature).toList();
  }

  private static String outcome(ScheduleReplay replay) {
    return replay.findings().isEmpty()
        ? "gone: this interleaving shows no finding"
        : "finding shows: "
            + replay.findings().stream()
                .map(found -> found.finding().kind().id())
                .distinct()
                .collect(Collectors.joining(", "));
  }

  private void say(String line) {
    context.terminal().say(line);
  }
}
