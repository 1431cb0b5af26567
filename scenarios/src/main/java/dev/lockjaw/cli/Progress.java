package dev.lockjaw.cli;

import dev.lockjaw.run.Campaign;
import dev.lockjaw.run.CellResult;
import dev.lockjaw.run.Mode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Says how far the work has come: on a terminal in one line, rewritten every second, else in a line
 * every ten seconds. Time left is reckoned by cells, or by the budget if that ends sooner.
 */
final class Progress implements AutoCloseable {
  private static final String ERASE_LINE = "\r\u001b[K";
  private static final int LIVE_SECONDS = 1;
  private static final int PIPE_SECONDS = 10;

  private final PrintWriter err;
  private final boolean live;
  private final int width;
  private final int cells;
  private final long budgetNanos;
  private final Mode mode;
  private final long start = System.nanoTime();
  private final ScheduledExecutorService ticker;
  private int done;
  private int failing;
  private LongSupplier schedules = () -> 0;

  Progress(Terminal terminal, int cells, Campaign.Options options) {
    this.err = terminal.err();
    this.live = terminal.live();
    this.width = terminal.width();
    this.cells = cells;
    this.budgetNanos = options.budgetNanos();
    this.mode = options.mode();
    this.ticker = Executors.newSingleThreadScheduledExecutor(Progress::daemon);
    int period = live ? LIVE_SECONDS : PIPE_SECONDS;
    ticker.scheduleAtFixedRate(this::tell, period, period, TimeUnit.SECONDS);
  }

  private static Thread daemon(Runnable body) {
    Thread thread = new Thread(body, "lockjaw-progress");
    thread.setDaemon(true);
    return thread;
  }

  /** Sets who knows how many interleavings or iterations were run so far. */
  synchronized void follow(LongSupplier counter) {
    schedules = counter;
  }

  synchronized void add(CellResult result) {
    done++;
    failing += result.findings().isEmpty() ? 0 : 1;
  }

  private synchronized void tell() {
    String line = line(System.nanoTime() - start);
    if (live) {
      err.print(ERASE_LINE + line.substring(0, Math.min(line.length(), width - 1)));
    } else {
      err.println(line);
    }
    err.flush();
  }

  /** The line, after that much time. */
  synchronized String line(long elapsedNanos) {
    double seconds = elapsedNanos / 1e9;
    return String.format(
        Locale.ROOT,
        "%d of %d cells, %d failing, %,d %s/s%s",
        done,
        cells,
        failing,
        Math.round(schedules.getAsLong() / Math.max(seconds, 1e-3)),
        mode == Mode.STRESS ? "iterations" : "schedules",
        left(seconds));
  }

  private String left(double seconds) {
    double byCells =
        done == 0 || mode == Mode.STRESS ? Double.MAX_VALUE : seconds / done * (cells - done);
    double byBudget =
        budgetNanos == Long.MAX_VALUE ? Double.MAX_VALUE : budgetNanos / 1e9 - seconds;
    double left = Math.max(0, Math.min(byCells, byBudget));
    if (left == Double.MAX_VALUE) {
      return "";
    }
    return left < 90
        ? String.format(Locale.ROOT, ", about %.0f s left", Math.ceil(left))
        : String.format(Locale.ROOT, ", about %.0f min left", Math.ceil(left / 60));
  }

  @Override
  public void close() {
    ticker.shutdownNow();
    synchronized (this) {
      if (live) {
        err.print(ERASE_LINE);
        err.flush();
      }
    }
  }
}
