package dev.lockjaw.campaign;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Explores or stresses many cells, several at a time.
 *
 * <p>A budget for exploration is spent in rounds. The first explores each cell within the bound; a
 * cell gets an equal part of the time left, and leaves to later ones what it does not use. The next
 * explore the cells that were cut short once more, as long as they get more time than before. The
 * last runs random interleavings beyond the bound in the cells that have passed.
 */
public final class Campaign implements RunControl {
  private static final Ending INTERRUPTED =
      new Ending(EndingKind.INTERRUPTED, "interrupted before it began");

  /** By how much a cell's time must grow for it to be explored once more. */
  private static final double WORTHWHILE = 1.5;

  private final List<Cell> cells;
  private final Options options;
  private final CellRunner runner;
  private final Consumer<CellResult> results;
  private final LongSupplier clock;

  /** The result of each cell so far, by its place in the list. */
  private final CellResult[] latest;

  private final LongAdder schedules = new LongAdder();
  private volatile boolean cancelled;

  /**
   * How to run the cells.
   *
   * @param mode explore or stress
   * @param preemptions the bound
   * @param prune whether to leave out equivalent interleavings
   * @param budgetNanos wall time for all cells, or {@link Long#MAX_VALUE}. Stress requires a budget
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
   * @param results receives each result at once, and a better one of the same cell after a later
   *     round; one thread at a time calls it
   */
  public Campaign(
      List<Cell> cells, Options options, CellRunner runner, Consumer<CellResult> results) {
    this(cells, options, runner, results, System::nanoTime);
  }

  Campaign(
      List<Cell> cells,
      Options options,
      CellRunner runner,
      Consumer<CellResult> results,
      LongSupplier clock) {
    this.cells = List.copyOf(cells);
    this.options = options;
    this.runner = runner;
    this.results = results;
    this.clock = clock;
    this.latest = new CellResult[cells.size()];
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
    boolean limited = options.budgetNanos() != Long.MAX_VALUE;
    long end = limited ? clock.getAsLong() + options.budgetNanos() : Long.MAX_VALUE;
    List<Optional<Ending>> skipped = cells.stream().map(Cell::skipped).toList();
    places(i -> skipped.get(i).isPresent()).forEach(i -> take(i, skipped(i, skipped.get(i).get())));
    new Round(places(i -> skipped.get(i).isEmpty()), end, false).run();
    if (!limited || options.mode() != Mode.EXPLORE) {
      return;
    }
    for (List<Integer> starved = starved(end); !starved.isEmpty(); starved = starved(end)) {
      new Round(starved, end, false).run();
    }
    new Round(places(i -> passed(latest[i])), end, true).run();
  }

  private interface Which {
    boolean test(int place);
  }

  private List<Integer> places(Which which) {
    return IntStream.range(0, cells.size()).filter(which::test).boxed().toList();
  }

  /** The cells that were cut short and would get far more time now; none if it is too little. */
  private List<Integer> starved(long end) {
    List<Integer> cut = places(i -> starved(latest[i]));
    double share = share(end, cut.size()) / 1e6;
    return cancelled
        ? List.of()
        : cut.stream().filter(i -> share > WORTHWHILE * latest[i].times().elapsedMs()).toList();
  }

  private static boolean starved(CellResult result) {
    return result.ending().is(EndingKind.BUDGET) && result.findings().isEmpty();
  }

  /** Whether a cell that was explored again got further than before. */
  private static boolean further(CellResult again, CellResult before) {
    return again.verdict() == Verdict.FAIL
        || again.verdict() == Verdict.ERROR
        || again.counts().schedules() > before.counts().schedules();
  }

  private static boolean passed(CellResult result) {
    return result.verdict() == Verdict.PASS && result.extent().exhausted();
  }

  /** What each of some cells can have of the time left, with {@code jobs} cells at a time. */
  private long share(long end, int among) {
    long left = Math.max(0, end - clock.getAsLong());
    return (long) (left / Math.max(1.0, (double) among / options.jobs()));
  }

  private CellResult skipped(int place, Ending why) {
    return CellResult.skipped(cells.get(place).id(), options.mode(), why);
  }

  private void take(int place, CellResult result) {
    synchronized (results) {
      latest[place] = result;
      results.accept(result);
    }
  }

  /** Runs some of the cells, each within its share of the time. */
  private final class Round {
    private final List<Integer> places;
    private final long end;
    private final boolean random;
    private final AtomicInteger next = new AtomicInteger();

    Round(List<Integer> places, long end, boolean random) {
      this.places = places;
      this.end = end;
      this.random = random;
    }

    void run() throws InterruptedException {
      List<Thread> jobs =
          IntStream.range(0, Math.min(options.jobs(), places.size()))
              .mapToObj(i -> new Thread(this::work, "lockjaw-job-" + i))
              .toList();
      jobs.forEach(job -> job.setDaemon(true));
      jobs.forEach(Thread::start);
      for (Thread job : jobs) {
        job.join();
      }
    }

    private void work() {
      try {
        for (int i = next.getAndIncrement(); i < places.size(); i = next.getAndIncrement()) {
          int left = places.size() - i;
          play(places.get(i), () -> limits(left));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // nothing interrupts a job; it would end here
      }
    }

    private Limits limits(int cellsLeft) {
      long deadline = end == Long.MAX_VALUE ? end : clock.getAsLong() + share(end, cellsLeft);
      return new Limits(
          options.mode(), options.preemptions(), options.prune(), deadline, random, options.seed());
    }

    private void play(int place, Supplier<Limits> share) throws InterruptedException {
      CellResult before = latest[place];
      boolean late = end != Long.MAX_VALUE && end - clock.getAsLong() <= 0;
      if (!cancelled && !late) {
        CellResult result = runner.run(cells.get(place), share, Campaign.this);
        if (before == null || !random && further(result, before)) {
          take(place, result);
        } else if (random && result.verdict() != Verdict.SKIPPED) {
          take(place, Beyond.join(before, result));
        }
      } else if (before == null) {
        take(place, skipped(place, cancelled ? INTERRUPTED : Ending.NOT_REACHED));
      }
    }
  }
}
