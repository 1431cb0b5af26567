package dev.lockjaw.process;

import dev.lockjaw.campaign.CellRunner;
import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.RunControl;
import dev.lockjaw.campaign.ScheduleReplay;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.run.Cell;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/**
 * Runs cells in worker JVMs. A worker lives for many cells. A worker that dies is replaced, and so
 * is one whose threads are stuck in a deadlock that can't be undone. The cause of death becomes the
 * cell's result.
 */
public final class WorkerJvms implements CellRunner {
  /**
   * The longest time for a single run. The explorer itself ends a run that spins or hangs in Java
   * much earlier, so only native code takes longer.
   */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<String> JVM_OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  private final Path folder;
  private final Launch launch;
  private final Duration patience;
  private final Crashes crashes;
  private final ConcurrentLinkedDeque<WorkerJvm> idle = new ConcurrentLinkedDeque<>();

  /**
   * The outcome of one schedule.
   *
   * @param replay what it showed, or null if the worker died
   * @param death how the worker died, or null
   */
  public record Rerun(ScheduleReplay replay, Death death) {}

  /**
   * @param folder for the files of workers, which are removed with each worker, and for crash
   *     reports
   */
  public WorkerJvms(Path folder) {
    this(folder, List.of());
  }

  /**
   * @param folder for the files of workers, which are removed with each worker, and for crash
   *     reports
   * @param plugins jars and class folders for workers, as {@link PluginLoader} takes them
   */
  public WorkerJvms(Path folder, List<Path> plugins) {
    this(
        folder,
        Launch.of(WorkerMain.class, absolute(plugins)).withJvmOptions(JVM_OPTIONS),
        PATIENCE);
  }

  private static String[] absolute(List<Path> paths) {
    return paths.stream().map(path -> path.toAbsolutePath().toString()).toArray(String[]::new);
  }

  WorkerJvms(Path folder, Launch launch, Duration patience) {
    this.folder = folder;
    this.launch = launch;
    this.patience = patience;
    this.crashes = new Crashes(folder);
  }

  @Override
  public CellResult run(Cell cell, Supplier<Limits> share, RunControl watch)
      throws InterruptedException {
    Limits limits = share.get();
    try {
      return limits.mode() == Mode.STRESS && cell.conditions().letCrash()
          ? stress(cell, limits, watch)
          : once(cell, limits, watch);
    } catch (IOException failed) {
      return CellResult.error(
          cell.id(), limits.mode(), "no worker JVM could be started: " + failed.getMessage());
    }
  }

  private CellResult once(Cell cell, Limits limits, RunControl watch)
      throws IOException, InterruptedException {
    Attempt attempt = attempt(cell, limits, watch);
    return attempt.result() != null
        ? attempt.result()
        : new PostMortem(cell, limits, attempt)
            .result(() -> witness(cell, attempt.last().schedule()));
  }

  /** Stresses a cell that kills processes, in one process after the other. */
  private CellResult stress(Cell cell, Limits limits, RunControl watch)
      throws IOException, InterruptedException {
    Casualties casualties = new Casualties(cell, limits);
    do {
      casualties.begin();
      Limits rest = limits.withSeed(limits.seed() + casualties.attempts());
      casualties.add(attempt(cell, rest, watch));
    } while (limits.left() > 0 && !watch.cancelled() && !casualties.toolFailed());
    return casualties.result();
  }

  private Attempt attempt(Cell cell, Limits limits, RunControl watch)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    WorkerJvm worker = take();
    try {
      CellTask task = new CellTask.Run(CellClasses.of(cell), limits, limits.left());
      Answer answer = worker.ask(task, watch);
      if (answer instanceof Answer.Ran ran) {
        release(worker, ran.poisoned() || harmed(cell, ran.result().counts().failing() > 0));
        return Attempt.survived(ran.result());
      }
      release(worker, false);
      String why = ((Answer.Failed) answer).why();
      return Attempt.survived(CellResult.error(cell.id(), limits.mode(), why));
    } catch (WorkerJvm.Died died) {
      try (worker) {
        return new Attempt(
            null,
            died.death(),
            worker.logbook(),
            crashes.keep(cell, worker),
            System.nanoTime() - start);
      }
    }
  }

  /**
   * Runs one schedule of a cell, with evidence.
   *
   * @throws IOException if no worker can be started, or the worker can't make the cell
   */
  public Rerun rerun(Cell cell, Schedule schedule) throws IOException, InterruptedException {
    WorkerJvm worker = take();
    try {
      Answer answer =
          worker.ask(new CellTask.Rerun(CellClasses.of(cell), schedule.text()), RunControl.NONE);
      if (answer instanceof Answer.Failed failed) {
        release(worker, false);
        throw new IOException(failed.why());
      }
      ScheduleReplay replay = ((Answer.Reran) answer).replay();
      release(worker, harmed(cell, !replay.findings().isEmpty()));
      return new Rerun(replay, null);
    } catch (WorkerJvm.Died died) {
      try (worker) {
        crashes.keep(cell, worker);
        return new Rerun(null, died.death());
      }
    }
  }

  /** Whether the heap may be corrupt although the process is still alive. */
  private static boolean harmed(Cell cell, boolean found) {
    return cell.conditions().letCrash() && found;
  }

  /**
   * Runs a schedule that has killed a worker again: alone in a fresh worker, and then with the
   * guard on.
   */
  private CrashWitness witness(Cell cell, Schedule schedule) {
    try {
      boolean again = rerun(cell, schedule).death() != null;
      return new CrashWitness(again, rerun(cell.letCrash(false), schedule).replay());
    } catch (IOException failed) {
      return new CrashWitness(false, null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new CrashWitness(false, null);
    }
  }

  private WorkerJvm take() throws IOException {
    WorkerJvm worker = idle.poll();
    return worker == null ? new WorkerJvm(folder, launch, patience) : worker;
  }

  private void release(WorkerJvm worker, boolean poisoned) {
    if (poisoned) {
      worker.close();
    } else {
      idle.push(worker);
    }
  }

  @Override
  public void close() {
    for (WorkerJvm worker = idle.poll(); worker != null; worker = idle.poll()) {
      worker.close();
    }
  }
}
