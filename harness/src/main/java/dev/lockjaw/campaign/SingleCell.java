package dev.lockjaw.campaign;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Token;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Explores or replays one cell, with new threads and a new TLS stack. */
public final class SingleCell {
  private static final Ending NOT_FOLLOWED =
      new Ending(EndingKind.NOT_FOLLOWED, "the code no longer goes the way that the schedule says");

  private SingleCell() {}

  /**
   * Explores a cell on a new thread.
   *
   * @throws InterruptedException if the caller was interrupted; the exploration then ends after its
   *     current schedule
   */
  public static CellResult explore(Cell cell, Limits limits) throws InterruptedException {
    Exploring exploring = new Exploring(cell, limits);
    exploring.setDaemon(true);
    exploring.start();
    try {
      exploring.join();
    } catch (InterruptedException interrupted) {
      exploring.cancelled = true;
      throw interrupted;
    }
    return exploring.result;
  }

  private static final class Exploring extends Thread implements RunControl {
    private final Cell cell;
    private final Limits limits;
    private volatile boolean cancelled;
    private CellResult result;

    Exploring(Cell cell, Limits limits) {
      super("lockjaw-" + cell.id().text());
      this.cell = cell;
      this.limits = limits;
    }

    @Override
    public void run() {
      Optional<Ending> skipped = cell.skipped();
      if (skipped.isPresent()) {
        result = CellResult.skipped(cell.id(), limits.mode(), skipped.get());
        return;
      }
      try (InThisJvm runner = new InThisJvm()) {
        result = runner.run(cell, () -> limits, this);
      }
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }

    @Override
    public void ran(long more) {}
  }

  /**
   * Runs one schedule on the calling thread.
   *
   * @throws IOException if the transport refuses
   */
  public static CellResult replay(Cell cell, Token token) throws IOException {
    long start = System.nanoTime();
    ScheduleReplay replay = ScheduleReplay.of(cell, token.schedule());
    List<Finding> findings = replay.findings().stream().map(ScheduleReplay.Found::finding).toList();
    boolean failed = !findings.isEmpty();
    double millis = (System.nanoTime() - start) / 1e6;
    Times times = Times.elapsed(millis);
    return new CellResult(
        token.cell(),
        Mode.REPLAY,
        failed ? Verdict.FAIL : Verdict.PASS,
        Extent.NONE,
        Counts.of(1, failed ? 1 : 0),
        failed ? times.withFirstFinding(1, millis) : times,
        0,
        findings,
        replay.fits() ? Ending.COMPLETE : NOT_FOLLOWED);
  }
}
