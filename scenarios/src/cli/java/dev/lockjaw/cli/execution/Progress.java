package dev.lockjaw.cli.execution;

import dev.lockjaw.campaign.Campaign;
import dev.lockjaw.cli.terminal.StatusLine;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Mode;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Shows the progress of a run. The time left is an estimate from the cells done, or the rest of the
 * budget if that is less.
 */
final class Progress implements AutoCloseable {
  private final int cells;
  private final long budgetNanos;
  private final Mode mode;
  private final long start = System.nanoTime();
  private final StatusLine status;
  private final Map<CellId, Boolean> failing = new HashMap<>();
  private LongSupplier schedules = () -> 0;

  Progress(Terminal terminal, int cells, Campaign.Options options) {
    this.cells = cells;
    this.budgetNanos = options.budgetNanos();
    this.mode = options.mode();
    this.status = new StatusLine(terminal, () -> line(System.nanoTime() - start));
  }

  /** Sets the source of the number of interleavings or iterations so far. */
  synchronized void follow(LongSupplier counter) {
    schedules = counter;
  }

  synchronized void add(CellResult result) {
    failing.put(result.id(), !result.findings().isEmpty());
  }

  /** The line after that much time. */
  synchronized String line(long elapsedNanos) {
    double seconds = elapsedNanos / 1e9;
    int done = failing.size();
    return String.format(
        Locale.ROOT,
        "%d of %d cells, %d failing, %,d %s/s%s",
        done,
        cells,
        Collections.frequency(failing.values(), true),
        Math.round(schedules.getAsLong() / Math.max(seconds, 1e-3)),
        mode == Mode.STRESS ? "iterations" : "schedules",
        left(seconds, done));
  }

  private String left(double seconds, int done) {
    double byCells = done == 0 || goesOn(done) ? Double.MAX_VALUE : seconds / done * (cells - done);
    double byBudget =
        budgetNanos == Long.MAX_VALUE ? Double.MAX_VALUE : budgetNanos / 1e9 - seconds;
    double left = Math.max(0, Math.min(byCells, byBudget));
    if (left == Double.MAX_VALUE) {
      return "";
    }
    return ", " + StatusLine.about(left) + " left";
  }

  /** Whether the run goes on until its budget is spent, however many cells are done. */
  private boolean goesOn(int done) {
    return mode == Mode.STRESS || done == cells && budgetNanos != Long.MAX_VALUE;
  }

  @Override
  public void close() {
    status.close();
  }
}
