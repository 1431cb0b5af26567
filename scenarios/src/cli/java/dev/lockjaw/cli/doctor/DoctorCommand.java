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
import dev.lockjaw.watch.nativ.NativeLibrary;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks whether Lockjaw works on this machine. */
@Command(
    name = "doctor",
    description = "Check whether Lockjaw works on this machine, and show what it can use.",
    footer = {"", "Exit code 0 if Lockjaw works, 3 if it does not."})
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
    listing.row("watch", "native programs: " + availability(watchesNative()));
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

  /** Without that option, the JVM drops the stack trace of an exception that is thrown often. */
  private static String stacks() {
    return omitsStacks()
        .map(
            omits ->
                omits
                    ? "the JVM drops some: start Java with -XX:-" + STACKS + " to keep all"
                    : "the JVM keeps all (-XX:-" + STACKS + ")")
        .orElse(
            "unknown: -XX:-" + STACKS + " is an option of HotSpot, and this JVM is not HotSpot");
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
      return directory + ", writable";
    }
    troubles.add(directory + " is not writable");
    return directory + ", not writable: use --out";
  }

  private static void describe(Transport transport, Listing listing) {
    listing.row(transport.id(), availability(transport.unavailable()));
    listing.row("", transport.description());
    Libraries.of(transport).forEach(library -> listing.row("", library));
    listing.row("", transport.contract() + ": " + transport.contractSource());
  }

  private static String availability(MutexKind kind) {
    return kind.id() + ": " + availability(kind.unavailable());
  }

  private static String availability(Optional<String> unavailable) {
    return unavailable.map(reason -> "unavailable: " + reason).orElse("available");
  }

  private static Optional<String> watchesNative() {
    Map<String, String> environment = System.getenv();
    return NativeLibrary.unavailable(
        NativeLibrary.customaryCache(environment), NativeLibrary.customaryCompiler(environment));
  }

  private void prove(Transport transport) {
    Cell bad = KnownCells.bad(context.registry(), transport);
    Cell good = KnownCells.good(context.registry(), transport);
    List<CellResult> results =
        Scratch.with(
            context.runners(),
            runner ->
                new Exploration(context, KnownCells.options(), runner).explore(List.of(bad, good)));
    report(bad, results.get(0), Verdict.FAIL);
    report(good, results.get(1), Verdict.PASS);
  }

  private void report(Cell cell, CellResult result, Verdict known) {
    boolean right = result.verdict() == known;
    context
        .terminal()
        .say(
            cell.id().text()
                + ": "
                + result.verdict().id()
                + (right ? ", as expected: " : ", but " + known.id() + " was expected: ")
                + (result.ending().text() == null ? counts(result) : result.ending().text()));
    if (!right) {
      troubles.add(cell.id().text() + " was " + result.verdict().id());
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
