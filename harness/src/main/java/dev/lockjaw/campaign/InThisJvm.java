package dev.lockjaw.campaign;

import dev.lockjaw.adapter.AdapterException;
import dev.lockjaw.adapter.MisfitException;
import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explain.Causes;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Trial;
import dev.lockjaw.transport.EndpointPairs;
import dev.lockjaw.transport.Tls;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;

/**
 * Runs cells in this JVM. Each caller has its own threads and TLS contexts meanwhile, so one cell
 * does not affect another.
 */
public final class InThisJvm implements CellRunner {
  private final FlightRecorder recorder;
  private final ConcurrentLinkedDeque<Bench> idle = new ConcurrentLinkedDeque<>();

  /** What is kept from one cell to the next. */
  private record Bench(ActorThreads workers, Map<String, Tls> stacks) {
    Tls stack(Cell cell) throws IOException {
      String key = cell.transport().id() + '/' + cell.protocol().id();
      Tls tls = stacks.get(key);
      if (tls == null) {
        tls = cell.transport().open(cell.protocol());
        stacks.put(key, tls);
      }
      return tls;
    }
  }

  public InThisJvm() {
    this(FlightRecorder.NONE);
  }

  /**
   * @param recorder for a JVM that runs one cell at a time
   */
  public InThisJvm(FlightRecorder recorder) {
    this.recorder = recorder;
  }

  @Override
  public CellResult run(Cell cell, Supplier<Limits> share, RunControl watch) {
    Bench bench = take();
    Limits limits = share.get();
    try {
      Tls tls = bench.stack(cell);
      limits = share.get(); // asked again, because opening a stack takes time
      return switch (limits.mode()) {
        case EXPLORE ->
            new CellExplorer(cell, tls, bench.workers(), limits, watch, recorder).explore();
        case STRESS ->
            new CellStresser(cell, tls, bench.workers(), limits, watch, recorder).stress();
        case JCSTRESS, LINCHECK, WATCH, REPLAY ->
            throw new IllegalArgumentException(limits.mode().id() + " is not run here");
      };
    } catch (MisfitException misfit) {
      return CellResult.skipped(cell.id(), limits.mode(), Ending.unsupported(misfit.getMessage()));
    } catch (AdapterException failed) {
      return CellResult.error(cell.id(), limits.mode(), Ending.adapterFailed(failed.getMessage()));
    } catch (LinkageError failed) {
      return CellResult.error(cell.id(), limits.mode(), Causes.ofUsersClass(failed));
    } catch (IOException | RuntimeException | Error failed) {
      return CellResult.error(cell.id(), limits.mode(), Causes.text(failed));
    } finally {
      idle.push(bench);
    }
  }

  /**
   * Runs one schedule of a cell again, with evidence.
   *
   * @param comparing whether to look for passing interleavings beside what fails
   * @throws IOException if its sessions can't be made
   */
  public ScheduleReplay replay(Cell cell, Schedule schedule, boolean comparing) throws IOException {
    Bench bench = take();
    try {
      Tls tls = bench.stack(cell);
      if (cell.woven()) { // initialises classes, as an exploration does
        EndpointPairs pairs = EndpointPairs.fresh(tls);
        Trial.run(cell, pairs, bench.workers(), new Follower(Schedule.DEFAULT), false);
      }
      try (EndpointPairs pairs = EndpointPairs.of(tls, cell.reusesSessions())) {
        ScheduleReplay.Means means =
            new ScheduleReplay.Means(cell, tls, pairs, bench.workers(), recorder);
        return ScheduleReplay.run(means, schedule, found -> true, comparing);
      }
    } finally {
      idle.push(bench);
    }
  }

  /** The number of threads that are stuck in foreign locks until this JVM ends. */
  public int lostThreads() {
    return idle.stream().mapToInt(bench -> bench.workers().lost()).sum();
  }

  private Bench take() {
    Bench bench = idle.poll();
    return bench == null ? new Bench(new ActorThreads(), new HashMap<>()) : bench;
  }

  @Override
  public void close() {
    idle.forEach(bench -> bench.workers().close());
    idle.clear();
  }
}
