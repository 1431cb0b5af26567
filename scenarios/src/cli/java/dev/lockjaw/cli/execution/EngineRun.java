package dev.lockjaw.cli.execution;

import dev.lockjaw.campaign.Campaign;
import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.option.Engine;
import dev.lockjaw.reports.results.IoReason;
import dev.lockjaw.reports.results.MalformedResultsException;
import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Mode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Lets an {@link Engine} run cells in its own JVM, and reads the results file that it writes. Every
 * cell gets a result, even if that JVM dies: a cell that it left out is an error.
 */
public final class EngineRun {
  private static final String LOG = "log.txt";
  private static final int POLL_MILLIS = 500;

  private static final Ending INTERRUPTED =
      new Ending(EndingKind.INTERRUPTED, "interrupted before it was done");

  private final Context context;
  private final Engine engine;
  private final Path jar;
  private final LongSupplier clock;
  private final Set<CellId> seen = new LinkedHashSet<>();
  private Path directory;

  /**
   * @param jar the jar of the engine
   */
  public EngineRun(Context context, Engine engine, Path jar) {
    this(context, engine, jar, System::nanoTime);
  }

  /**
   * @param clock the time in nanoseconds, for the deadline
   */
  public EngineRun(Context context, Engine engine, Path jar, LongSupplier clock) {
    this.context = context;
    this.engine = engine;
    this.jar = jar;
    this.clock = clock;
  }

  /**
   * Runs cells with a progress line; see {@link #run(List, Path, Duration, Duration, Consumer)}.
   */
  public void run(List<CellId> cells, Path directory, Duration budget, Consumer<CellResult> taker) {
    Campaign.Options options =
        new Campaign.Options(
            Mode.STRESS, 0, true, budget.toNanos(), 1, 0); // only for the unit in its texts
    AtomicLong samples = new AtomicLong();
    try (Progress progress = new Progress(context.terminal(), cells.size(), options)) {
      progress.follow(samples::get);
      run(
          cells,
          directory,
          budget,
          budget,
          result -> {
            samples.addAndGet(result.counts().schedules());
            progress.add(result);
            taker.accept(result);
          });
    }
  }

  /**
   * Runs cells.
   *
   * @param directory for the files of the engine
   * @param patience the time after the budget at which the engine is stopped
   * @param taker gets one result for each cell, as soon as the cell ends
   */
  public void run(
      List<CellId> cells,
      Path directory,
      Duration budget,
      Duration patience,
      Consumer<CellResult> taker) {
    this.directory = directory;
    Process process = start(cells, budget);
    context.interrupt().react(() -> kill(process));
    Set<CellId> wanted = new LinkedHashSet<>(cells);
    boolean late = false;
    try {
      long deadline = clock.getAsLong() + budget.plus(patience).toNanos();
      while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        take(wanted, taker);
        if (clock.getAsLong() - deadline > 0) {
          late = true;
          kill(process);
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      kill(process);
      context.interrupt().react(() -> {});
    }
    take(wanted, taker);
    missing(wanted, late ? "took too long and was stopped" : ended(process), taker);
  }

  private static String ended(Process process) {
    return "ended with exit code " + process.exitValue();
  }

  private Process start(List<CellId> cells, Duration budget) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 21) {
      command.add("-XX:+EnableDynamicAgentLoading"); // Lincheck's agent
    }
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(
        List.of("-jar", jar.toAbsolutePath().toString(), ".", String.valueOf(budget.toMillis())));
    cells.forEach(cell -> command.add(cell.scenario() + '/' + cell.strategy()));
    try {
      Files.createDirectories(directory);
      File log = directory.resolve(LOG).toFile();
      return new ProcessBuilder(command)
          .directory(directory.toFile())
          .redirectErrorStream(true)
          .redirectOutput(log)
          .start();
    } catch (IOException failed) {
      throw new ToolException("cannot start " + engine.id() + ": " + IoReason.of(failed));
    }
  }

  /** Stops the engine and the JVMs that it has forked. */
  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Passes on the results since the last call. */
  private void take(Set<CellId> wanted, Consumer<CellResult> taker) {
    Path file = directory.resolve(ResultsFile.NAME);
    if (!Files.exists(file)) {
      return;
    }
    try {
      ResultsFile.read(file).cells().stream()
          .map(line -> line.result())
          .filter(result -> wanted.contains(result.id()) && seen.add(result.id()))
          .forEach(taker);
    } catch (MalformedResultsException broken) {
      // the line is being written; if it stays incomplete, its cell is reported as missing
    }
  }

  private void missing(Set<CellId> wanted, String end, Consumer<CellResult> taker) {
    boolean interrupted = context.interrupt().happened();
    for (CellId cell : wanted) {
      if (!seen.contains(cell)) {
        taker.accept(
            interrupted
                ? CellResult.skipped(cell, engine.mode(), INTERRUPTED)
                : CellResult.error(
                    cell,
                    engine.mode(),
                    engine.id()
                        + " gave no result: it "
                        + end
                        + "; its output is in "
                        + directory.resolve(LOG)));
      }
    }
  }
}
