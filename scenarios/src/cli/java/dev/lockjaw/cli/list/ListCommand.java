package dev.lockjaw.cli.list;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.cli.option.CommonOptions;
import dev.lockjaw.cli.reproduce.Bug;
import dev.lockjaw.cli.terminal.Listing;
import dev.lockjaw.corpus.Corpus;
import dev.lockjaw.corpus.Entry;
import dev.lockjaw.input.Near;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Transport;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists what can be selected by name. */
@Command(
    name = "list",
    sortOptions = false,
    description = "List the scenarios, strategies, transports or bugs.")
public final class ListCommand implements Callable<Integer> {
  private static final List<String> LISTS =
      List.of("scenarios", "strategies", "transports", "bugs");

  private final Context context;
  @Mixin private CommonOptions common;

  @Parameters(
      arity = "0..1",
      paramLabel = "WHAT",
      description = "scenarios, strategies, transports or bugs.")
  private String what;

  public ListCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (what == null) {
      throw new UsageException("list what? One of " + String.join(", ", LISTS));
    }
    listing().print(context.terminal());
    return ExitCode.OK;
  }

  private Listing listing() {
    Registry registry = context.registry();
    return switch (what) {
      case "scenarios" -> Listing.of(registry.scenarios(), Scenario::id, Scenario::description);
      case "strategies" -> Listing.of(registry.strategies(), Locking::id, Locking::description);
      case "transports" -> transports(registry.transports());
      case "bugs" -> bugs();
      default ->
          throw new UsageException(
              "cannot list '"
                  + what
                  + "'"
                  + Near.clause(what, LISTS)
                  + "; one of "
                  + String.join(", ", LISTS));
    };
  }

  private static Listing bugs() {
    Listing listing = Listing.of(List.of(Bug.values()), Bug::id, Bug::description);
    for (Entry entry : Corpus.entries()) {
      String lineage =
          entry.releases().stream()
              .map(release -> release.label() + (release.buggy() ? " has it" : " does not"))
              .collect(Collectors.joining(", "));
      listing.row(entry.id(), entry.description() + "; " + lineage);
    }
    return listing;
  }

  private static Listing transports(List<Transport> transports) {
    Listing listing = new Listing();
    for (Transport transport : transports) {
      listing.row(
          transport.id(),
          transport.contract().name(),
          transport.description()
              + transport.unavailable().map(reason -> "; unavailable: " + reason).orElse(""));
    }
    return listing;
  }
}
