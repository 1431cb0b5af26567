package dev.lockjaw.run;

import dev.lockjaw.adapter.MisfitException;
import dev.lockjaw.schedule.Workers;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Explores many cells, several at a time. Every job has threads and TLS contexts of its own, so
 * that what happens in one has no effect on another.
 */
public final class Campaign {
  private final List<Cell> cells;
  private final Options options;
  private final Consumer<CellResult> results;
  private final AtomicInteger next = new AtomicInteger();
  private volatile boolean cancelled;

  /**
   * How to go about it.
   *
   * @param preemptions the bound
   * @param prune whether to leave out equivalent interleavings
   * @param budgetNanos wall time for all of it, or {@link Long#MAX_VALUE}; with one, cells that are
   *     exhausted early go on at random for their share
   * @param jobs cells at a time
   * @param seed of what is random
   */
  public record Options(int preemptions, boolean prune, long budgetNanos, int jobs, long seed) {}

  /**
   * @param results takes each result as soon as there is one; called by one thread at a time
   */
  public Campaign(List<Cell> cells, Options options, Consumer<CellResult> results) {
    this.cells = List.copyOf(cells);
    this.options = options;
    this.results = results;
  }

  /** Makes {@link #run} return after the cells that are being explored. Any thread. */
  public void cancel() {
    cancelled = true;
  }

  /** Explores all cells; returns when the last result has been taken. */
  public void run() throws InterruptedException {
    long start = System.nanoTime();
    List<Thread> jobs = new ArrayList<>();
    for (int i = 0; i < Math.min(options.jobs(), cells.size()); i++) {
      Thread job = new Thread(() -> work(start), "lockjaw-job-" + i);
      job.setDaemon(true);
      job.start();
      jobs.add(job);
    }
    for (Thread job : jobs) {
      job.join();
    }
  }

  private void work(long start) {
    Map<String, Tls> stacks = new HashMap<>();
    try (Workers workers = new Workers()) {
      for (int i = next.getAndIncrement(); i < cells.size(); i = next.getAndIncrement()) {
        CellResult result = explore(cells.get(i), limits(start, cells.size() - i), stacks, workers);
        synchronized (results) {
          results.accept(result);
        }
      }
    }
  }

  /** A cell's share of what is left, given that cells are explored {@code jobs} at a time. */
  private Limits limits(long start, int cellsLeft) {
    if (options.budgetNanos() == Long.MAX_VALUE) {
      return new Limits(
          options.preemptions(), options.prune(), Long.MAX_VALUE, false, options.seed());
    }
    long now = System.nanoTime();
    long left = Math.max(0, options.budgetNanos() - (now - start));
    long share = (long) (left / Math.max(1.0, (double) cellsLeft / options.jobs()));
    return new Limits(options.preemptions(), options.prune(), now + share, true, options.seed());
  }

  private CellResult explore(Cell cell, Limits limits, Map<String, Tls> stacks, Workers workers) {
    if (cancelled) {
      return CellResult.without(cell, "explore", Verdict.SKIPPED, "interrupted before it began");
    }
    if (limits.past()) {
      return CellResult.without(cell, "explore", Verdict.SKIPPED, "not reached within the budget");
    }
    return attempt(cell, limits, stacks, workers, () -> cancelled);
  }

  /** Explores a cell, if it can be; what goes wrong with that is the result's reason. */
  static CellResult attempt(
      Cell cell,
      Limits limits,
      Map<String, Tls> stacks,
      Workers workers,
      BooleanSupplier cancelled) {
    Optional<String> skipped = cell.skipped();
    if (skipped.isPresent()) {
      return CellResult.without(cell, "explore", Verdict.SKIPPED, skipped.get());
    }
    try {
      Tls tls = stack(cell.transport(), cell.protocol(), stacks);
      return new CellExplorer(cell, tls, workers, limits, cancelled).explore();
    } catch (MisfitException misfit) {
      return CellResult.without(cell, "explore", Verdict.SKIPPED, misfit.getMessage());
    } catch (LinkageError failed) {
      return CellResult.without(
          cell,
          "explore",
          Verdict.ERROR,
          failed + "; something in this cell was built for another version of Lockjaw or of Java");
    } catch (IOException | RuntimeException | Error failed) {
      return CellResult.without(cell, "explore", Verdict.ERROR, failed.toString());
    }
  }

  private static Tls stack(Transport transport, Protocol protocol, Map<String, Tls> stacks)
      throws IOException {
    String key = transport.id() + '/' + protocol.id();
    Tls tls = stacks.get(key);
    if (tls == null) {
      tls = transport.open(protocol);
      stacks.put(key, tls);
    }
    return tls;
  }
}
