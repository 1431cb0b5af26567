package dev.lockjaw.cli.doctor;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.context.Scratch;
import dev.lockjaw.cli.context.Version;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.execution.Exploration;
import dev.lockjaw.cli.execution.KnownCells;
import dev.lockjaw.cli.option.CommonOptions;
import dev.lockjaw.cli.option.OutputDirectory;
import dev.lockjaw.cli.terminal.Listing;
import dev.lockjaw.explain.Text;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.transport.Transport;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether Lockjaw works here. */
@Command(
    name = "doctor",
    description = "Say whether Lockjaw works here, and what it would run on.",
    footer = {"", "Exit code 0 if it works, 3 if it doesn't."})
public final class DoctorCommand implements Callable<Integer> {
  private static final String STACKS = "OmitStackTraceInFastThrow";

  private final Context context;
  private final List<String> troubles = new ArrayList<>();
  @Mixin private CommonOptions common;

  public DoctorCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Listing listing = new Listing();
    listing.row("lockjaw", Version.text());
    listing.row("java", Runtime.version() + ", " + System.getProperty("java.vendor"));
    listing.row("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
    listing.row("stacks", stacks());
    listing.row("output", output());
    listing.row("mutex", availability(MutexKind.JVM));
    listing.row("", availability(MutexKind.PTHREAD));
    List<Transport> transports = context.registry().transports();
    transports.forEach(transport -> describe(transport, listing));
    listing.print(context.terminal());
    context.terminal().say("");
    List<Transport> available =
        transports.stream().filter(transport -> transport.unavailable().isEmpty()).toList();
    if (available.isEmpty()) {
      troubles.add("no transport is available");
    }
    available.forEach(this::prove);
    conclude();
    return troubles.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  /** Without that option, an exception that is thrown often comes without its stack. */
  private static String stacks() {
    return omitsStacks()
        .map(
            omits ->
                omits
                    ? "some are dropped: start Java with -XX:-" + STACKS + " to keep them all"
                    : "all are kept (-XX:-" + STACKS + ")")
        .orElse("unknown: this is not a HotSpot JVM, and -XX:-" + STACKS + " is HotSpot's");
  }

  private static Optional<Boolean> omitsStacks() {
    try {
      return Optional.ofNullable(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class))
          .map(bean -> Boolean.parseBoolean(bean.getVMOption(STACKS).getValue()));
    } catch (IllegalArgumentException noSuchOption) {
      return Optional.empty();
    }
  }

  private String output() {
    Path directory = context.directory().toAbsolutePath().resolve(OutputDirectory.DEFAULT);
    Path existing = directory;
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (Files.isDirectory(existing) && Files.isWritable(existing)) {
      return directory + ", can be written";
    }
    troubles.add(directory + " can't be written");
    return directory + ", can't be written: use --out";
  }

  private static void describe(Transport transport, Listing listing) {
    listing.row(transport.id(), availability(transport.unavailable()));
    listing.row("", transport.description());
    listing.row("", transport.contract() + ": " + transport.contractSource());
  }

  private static String availability(MutexKind kind) {
    return kind.id() + ": " + availability(kind.unavailable());
  }

  private static String availability(Optional<String> unavailable) {
    return unavailable.map(reason -> "not available: " + reason).orElse("available");
  }

  private void prove(Transport transport) {
    Cell bad = KnownCells.bad(context.registry(), transport);
    Cell good = KnownCells.good(context.registry(), transport);
    List<CellResult> results =
        Scratch.with(
            context.runners(),
            runner ->
                new Exploration(context, KnownCells.options(), runner).explore(List.of(bad, good)));
    tell(bad, results.get(0), Verdict.FAIL);
    tell(good, results.get(1), Verdict.PASS);
  }

  private void tell(Cell cell, CellResult result, Verdict known) {
    boolean right = result.verdict() == known;
    context
        .terminal()
        .say(
            cell.id().text()
                + " came to "
                + result.verdict().id()
                + (right ? ", as it should: " : ", and should have come to " + known.id() + ": ")
                + (result.ending().text() == null ? counts(result) : result.ending().text()));
    if (!right) {
      troubles.add(cell.id().text() + " came to " + result.verdict().id());
    }
  }

  private static String counts(CellResult result) {
    return result.counts().failing()
        + " of "
        + Text.count(result.counts().schedules(), "interleaving")
        + " show a fault";
  }

  private void conclude() {
    context.terminal().say("");
    context
        .terminal()
        .say(
            troubles.isEmpty()
                ? "Lockjaw works here."
                : "Lockjaw does not work here: " + String.join("; ", troubles) + ".");
  }
}
