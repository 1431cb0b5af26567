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

  /** Why cells cannot be run, by their place in the list. */
  private final List<Optional<Ending>> skipped = new ArrayList<>();

  private final LongAdder schedules = new LongAdder();
  private volatile boolean cancelled;

  /**
   * How to run the cells.
   *
   * @param mode explore or stress
   * @param preemptions the bound
   * @param prune whether to leave out equivalent interleavings
   * @param budgetNanos wall time for all cells, or {@link Long#MAX_VALUE}. With a budget, a cell
   *     that is exhausted early continues with random interleavings for its share. Stress requires
   *     a budget
   * @param jobs cells at a time
   * @param seed of everything random
   */
  public record Options(
      Mode mode, int preemptions, boolean prune, long budgetNanos, int jobs, long seed) {
    /** Options for exploration. */
    public Options(int preemptions, boolean prune, long budgetNanos, int jobs, long seed) {
      this(Mode.EXPLORE, preemptions, prune, budgetNanos, jobs, seed);
    }
  }

  /**
   * @param runner is not closed
   * @param results receives each result at once; one thread at a time calls it
   */
  public Campaign(
      List<Cell> cells, Options options, CellRunner runner, Consumer<CellResult> results) {
    this.cells = List.copyOf(cells);
    this.options = options;
    this.runner = runner;
    this.results = results;
  }

  /** Makes {@link #run} return after the cells that are now running. Any thread. */
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

  /** Runs all cells. Returns when the last result has been delivered. */
  public void run() throws InterruptedException {
    cells.forEach(cell -> skipped.add(cell.skipped()));
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
        int left = toRun(i);
        CellResult result = play(i, () -> limits(start, left));
        synchronized (results) {
          results.accept(result);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nothing interrupts a job; it would end here
    }
  }

  /** The number of cells from a place on that can be run: only those need time. */
  private int toRun(int from) {
    return (int) skipped.subList(from, skipped.size()).stream().filter(Optional::isEmpty).count();
  }

  /** A cell's share of the time left, with {@code jobs} cells at a time. */
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

  private CellResult play(int at, Supplier<Limits> share) throws InterruptedException {
    Cell cell = cells.get(at);
    Optional<Ending> why =
        cancelled
            ? Optional.of(INTERRUPTED)
            : skipped.get(at).isEmpty() && share.get().past()
                ? Optional.of(Ending.NOT_REACHED)
                : skipped.get(at);
    return why.isPresent()
        ? CellResult.skipped(cell.id(), options.mode(), why.get())
        : runner.run(cell, share, this);
  }
}
