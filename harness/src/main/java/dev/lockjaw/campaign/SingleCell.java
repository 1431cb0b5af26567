package dev.lockjaw.campaign;

import dev.lockjaw.adapter.Openings;
import dev.lockjaw.mark.Marks;
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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Explores or replays one cell, with new threads and a new TLS stack. */
public final class SingleCell {
  private static final Ending NOT_FOLLOWED =
      new Ending(EndingKind.NOT_FOLLOWED, "the code no longer goes the way that the schedule says");

  private SingleCell() {}

  /** How long an adapter may take to open one session. It takes milliseconds when it is right. */
  private static final Duration OPENING = Duration.ofSeconds(60);

  private static final int POLL_MILLIS = 500;

  /**
   * Explores a cell on a new thread. If the adapter does not return when it opens a session, the
   * result is an error, and that thread is left alone, because nothing can end it.
   *
   * @throws InterruptedException if the caller was interrupted; the exploration then ends after its
   *     current schedule
   */
  public static CellResult explore(Cell cell, Limits limits) throws InterruptedException {
    return explore(cell, limits, OPENING);
  }

  static CellResult explore(Cell cell, Limits limits, Duration opening)
      throws InterruptedException {
    Exploring exploring = new Exploring(cell, limits);
    exploring.setDaemon(true);
    exploring.start();
    try {
      while (true) {
        exploring.join(Math.min(POLL_MILLIS, opening.toMillis()));
        if (!exploring.isAlive()) {
          return exploring.result;
        }
        String stuck = Openings.longerThan(opening.toNanos(), exploring);
        if (stuck != null) {
          exploring.cancelled = true;
          String text = stuck + " for " + opening.toSeconds() + " s" + place(exploring);
          return CellResult.error(cell.id(), limits.mode(), Ending.adapterFailed(text));
        }
      }
    } catch (InterruptedException interrupted) {
      exploring.cancelled = true;
      throw interrupted;
    }
  }

  /** Where a thread is in the code of a user, as a clause. */
  private static String place(Thread thread) {
    return Stream.of(thread.getStackTrace())
        .filter(frame -> frame.getModuleName() == null && !Marks.ours(frame.getClassName()))
        .findFirst()
        .map(frame -> "; it is at " + frame)
        .orElse("");
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
      long left = limits.left();
      EndOfRun watch = EndOfRun.during(cell);
      try (InThisJvm runner = new InThisJvm()) {
        result = runner.run(cell, () -> afresh(left), this);
      } finally {
        watch.end();
      }
    }

    /** The time of stress begins when the stack is open, so that it has at least one iteration. */
    private Limits afresh(long left) {
      return limits.mode() == Mode.STRESS ? limits.within(left) : limits;
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
    ScheduleReplay replay;
    EndOfRun watch = EndOfRun.during(cell);
    try {
      replay = ScheduleReplay.of(cell, token.schedule());
    } finally {
      watch.end();
    }
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
