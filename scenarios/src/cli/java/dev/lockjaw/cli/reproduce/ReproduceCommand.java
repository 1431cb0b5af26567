package dev.lockjaw.cli.reproduce;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.cli.option.CommonOptions;
import dev.lockjaw.cli.option.ExploreOptions;
import dev.lockjaw.cli.option.MutexOption;
import dev.lockjaw.cli.option.Patterns;
import dev.lockjaw.cli.option.Usable;
import dev.lockjaw.cli.terminal.Launcher;
import dev.lockjaw.corpus.BugTally;
import dev.lockjaw.corpus.Corpus;
import dev.lockjaw.corpus.Entry;
import dev.lockjaw.corpus.Searches;
import dev.lockjaw.input.Near;
import dev.lockjaw.reports.results.IoReason;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a bug from the field beside its fixes. */
@Command(
    name = "reproduce",
    description = "Show a bug from the field beside its fixes.",
    footer = {
      "",
      "Exit code 0 if the bug shows where expected and is absent in the fixes, else 1."
    })
public final class ReproduceCommand implements Callable<Integer> {
  private static final int MOST_TIMES = 10_000;
  private static final int PROCESSES = 20;
  private static final int ATTEMPTS = 5;

  private final Context context;
  @Mixin private MutexOption mutex;
  @Mixin private CommonOptions common;

  @Parameters(arity = "0..1", paramLabel = "BUG", description = "A name from: lockjaw list bugs.")
  private String name;

  @Option(
      names = "--transport",
      paramLabel = "NAME",
      description = "The TLS stack; default jsse. A bug in a library uses the library's own.")
  private String transport;

  @Option(
      names = "--let-crash",
      description =
          "Let misuse reach a native stack instead of stopping it at the guard, and show how child"
              + " processes die.")
  private boolean letCrash;

  @Option(
      names = "--search",
      description =
          "For a bug in a library: let the explorer find it in an ordinary test, which does not know"
              + " the bug, and replay it in N new processes.")
  private boolean search;

  @Option(
      names = "--times",
      paramLabel = "N",
      description =
          "Number of processes: with --let-crash, default 20; for each version of a library,"
              + " default 5.")
  private Integer times;

  @Option(
      names = "--ledger",
      paramLabel = "FILE",
      description =
          "Instead of one bug, run all bugs in libraries, and write a ledger of them to FILE.")
  private Path ledger;

  public ReproduceCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (ledger != null) {
      return toLedger();
    }
    Optional<Entry> entry = name == null ? Optional.empty() : Corpus.named(name);
    if (search) {
      return bySearch(entry);
    }
    if (entry.isPresent()) {
      return inLibraries(List.of(entry.get()));
    }
    Bug bug = bug();
    if (!letCrash) {
      return new Reproduction(context, bug, transport(), mutex.kind()).run();
    }
    if (!bug.crashes()) {
      throw new UsageException(
          "--let-crash: no process dies of " + bug.id() + "; try free-while-writing");
    }
    return new CrashReproduction(context, bug, mortal(transport()), times(PROCESSES)).run();
  }

  private int inLibraries(List<Entry> entries) {
    asTheyAre();
    CorpusReproduction reproduction = new CorpusReproduction(context, times(ATTEMPTS));
    return reproduction.exitCode(reproduction.run(entries));
  }

  private int bySearch(Optional<Entry> entry) {
    List<String> known =
        Corpus.entries().stream().filter(Searches::has).map(Entry::id).sorted().toList();
    if (entry.filter(Searches::has).isEmpty()) {
      throw new UsageException(
          "--search: no test is known in which "
              + (name == null ? "the explorer finds a bug that is not named" : "it finds " + name)
              + "; give one of "
              + String.join(", ", known));
    }
    asTheyAre();
    return new SearchReproduction(context, times(ATTEMPTS)).run(entry.get());
  }

  private int toLedger() {
    if (name != null) {
      throw new UsageException("--ledger runs all bugs in libraries; leave out " + name);
    }
    asTheyAre();
    int chosen = times(ATTEMPTS);
    CorpusReproduction reproduction = new CorpusReproduction(context, chosen);
    List<BugTally> tallies = reproduction.run(Corpus.entries());
    if (!context.interrupt().happened()) {
      try {
        Files.writeString(
            context.directory().resolve(ledger), BugLedger.of(tallies, chosen, BugLedger.here()));
      } catch (IOException failed) {
        throw new ToolException("cannot write " + ledger + ": " + IoReason.of(failed));
      }
    }
    return reproduction.exitCode(tallies);
  }

  /** Libraries use TLS on their own, without a guard of Lockjaw in between. */
  private void asTheyAre() {
    if (transport != null || letCrash) {
      throw new UsageException(
          (letCrash ? "--let-crash" : "--transport")
              + ": "
              + (name == null
                  ? "--ledger runs bugs in published libraries, which run as they are"
                  : name + " is a bug in a published library, which runs as it is"));
    }
  }

  private int times(int usual) {
    int chosen = times == null ? usual : times;
    ExploreOptions.inRange("--times", chosen, 1, MOST_TIMES);
    return chosen;
  }

  private Transport transport() {
    List<Transport> all = context.registry().transports();
    return Usable.orFail(
        new Patterns<>("transport", all, Transport::id)
            .named(transport == null ? "jsse" : transport));
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
              + " survives misuse; use --transport with one of: "
              + String.join(", ", others));
    }
    return named;
  }

  private Bug bug() {
    List<String> ids =
        Stream.concat(
                Arrays.stream(Bug.values()).map(Bug::id), Corpus.entries().stream().map(Entry::id))
            .toList();
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
                        + "; see them all with: "
                        + Launcher.COMMAND
                        + " list bugs"));
  }
}
