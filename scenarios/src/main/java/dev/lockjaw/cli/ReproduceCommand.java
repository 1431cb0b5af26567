package dev.lockjaw.cli;

import dev.lockjaw.reports.Near;
import dev.lockjaw.transport.Transport;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a bug from the field, and the fixes side by side. */
@Command(
    name = "reproduce",
    description = "Show a bug from the field, and the fixes for it side by side.",
    footer = {
      "",
      "Exit code 0 when the bug shows where it should and is absent in the fixes, else 1."
    })
final class ReproduceCommand implements Callable<Integer> {
  private static final int MOST_TIMES = 10_000;

  private final Context context;
  @Mixin private MutexOption mutex;
  @Mixin private CommonOptions common;

  @Parameters(
      arity = "0..1",
      paramLabel = "BUG",
      description = "double-lock-ping or free-while-writing.")
  private String name;

  @Option(
      names = "--transport",
      paramLabel = "NAME",
      defaultValue = "jsse",
      description = "On which TLS stack; default ${DEFAULT-VALUE}.")
  private String transport;

  @Option(
      names = "--let-crash",
      description =
          "Keep nobody out who would crash a native stack, and show what child processes die of.")
  private boolean letCrash;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "20",
      description = "With --let-crash, how many processes; default ${DEFAULT-VALUE}.")
  private int times;

  ReproduceCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!letCrash) {
      return new Reproduction(context, bug(), transport(), mutex.kind()).run();
    }
    ExploreOptions.inRange("--times", times, 1, MOST_TIMES);
    Bug bug = bug();
    if (!bug.crashes()) {
      throw new UsageException(
          "--let-crash: no process dies of " + bug.id() + "; one does of free-while-writing");
    }
    return new CrashReproduction(context, bug, mortal(transport()), times).run();
  }

  private Transport transport() {
    List<Transport> all = context.registry().transports();
    return Usable.orFail(new Patterns<>("transport", all, Transport::id).named(transport));
  }

  private Transport mortal(Transport named) {
    if (named.survivesMisuse()) {
      List<String> others =
          context.registry().transports().stream()
              .filter(other -> !other.survivesMisuse())
              .map(Transport::id)
              .toList();
      throw new UsageException(
          "--let-crash: "
              + named.id()
              + " survives misuse; name one that doesn't with --transport: "
              + String.join(", ", others));
    }
    return named;
  }

  private Bug bug() {
    List<String> ids = Arrays.stream(Bug.values()).map(Bug::id).toList();
    if (name == null) {
      throw new UsageException("reproduce which bug? One of " + String.join(", ", ids));
    }
    return Arrays.stream(Bug.values())
        .filter(bug -> bug.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "no bug is named '"
                        + name
                        + "'"
                        + Near.clause(name, ids)
                        + "; all are in: "
                        + Commands.LAUNCHER
                        + " list bugs"));
  }
}
