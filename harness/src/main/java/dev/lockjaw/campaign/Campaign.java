package dev.lockjaw.campaign;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.run.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Explores or stresses many cells, several at a time. */
public final class Campaign implements RunControl {
  private static final Ending INTERRUPTED =
      new Ending(EndingKind.INTERRUPTED, "interrupted before it began");

  private final List<Cell> cells;
  private final Options options;
  private final CellRunner runner;
  private final Consumer<CellResult> results;
  private final AtomicInteger next = new AtomicInteger();
  private final LongAdder schedules = new LongAdder();
  private volatile boolean cancelled;

  /**
   * How to go about it.
   *
   * @param mode explore or stress
   * @param preemptions the bound
   * @param prune whether to leave out equivalent interleavings
   * @param budgetNanos wall time for all of it, or {@link Long#MAX_VALUE}; with one, cells that are
   *     exhausted early go on at random for their share; to stress there must be one
   * @param jobs cells at a time
   * @param seed of what is random
   */
  public record Options(
      Mode mode, int preemptions, boolean prune, long budgetNanos, int jobs, long seed) {
    /** To explore. */
    public Options(int preemptions, boolean prune, long budgetNanos, int jobs, long seed) {
      this(Mode.EXPLORE, preemptions, prune, budgetNanos, jobs, seed);
    }
  }

  /**
   * @param runner stays open
   * @param results takes each result as soon as there is one; called by one thread at a time
   */
  public Campaign(
      List<Cell> cells, Options options, CellRunner runner, Consumer<CellResult> results) {
    this.cells = List.copyOf(cells);
    this.options = options;
    this.runner = runner;
    this.results = results;
  }

  /** Makes {@link #run} return after the cells that are being run. Any thread. */
  public void cancel() {
    cancelled = true;
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public void ran(long more) {
    schedules.add(more);
  }

  /** Interleavings or iterations run so far, in all cells. Any thread. */
  public long schedules() {
    return schedules.sum();
  }

  /** Runs all cells; returns when the last result has been taken. */
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
    try {
      for (int i = next.getAndIncrement(); i < cells.size(); i = next.getAndIncrement()) {
        int left = cells.size() - i;
        CellResult result = play(cells.get(i), () -> limits(start, left));
        synchronized (results) {
          results.accept(result);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody does that to a job; it ends
    }
  }

  /** A cell's share of what is left, given that cells are explored {@code jobs} at a time. */
  private Limits limits(long start, int cellsLeft) {
    if (options.budgetNanos() == Long.MAX_VALUE) {
      return new Limits(
          options.mode(),
          options.preemptions(),
          options.prune(),
          Long.MAX_VALUE,
          false,
          options.seed());
    }
    long now = System.nanoTime();
    long left = Math.max(0, options.budgetNanos() - (now - start));
    long share = (long) (left / Math.max(1.0, (double) cellsLeft / options.jobs()));
    return new Limits(
        options.mode(), options.preemptions(), options.prune(), now + share, true, options.seed());
  }

  private CellResult play(Cell cell, Supplier<Limits> share) throws InterruptedException {
    Optional<Ending> skipped =
        cancelled
            ? Optional.of(INTERRUPTED)
            : share.get().past() ? Optional.of(Ending.NOT_REACHED) : cell.skipped();
    return skipped.isPresent()
        ? CellResult.skipped(cell.id(), options.mode(), skipped.get())
        : runner.run(cell, share, this);
  }
}
