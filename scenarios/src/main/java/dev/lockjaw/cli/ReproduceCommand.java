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

  ReproduceCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    return new Reproduction(context, bug(), transport(), mutex.kind()).run();
  }

  private Transport transport() {
    List<Transport> all = context.registry().transports();
    return Usable.orFail(new Patterns<>("transport", all, Transport::id).named(transport));
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
