package dev.lockjaw.woven.meeting;

import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Waits;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A barrier at which threads of a run meet, where it is used in one. */
public class WovenBarrier extends CyclicBarrier {
  private static final Site AWAIT = Meetings.site("CyclicBarrier", "await", "arrive");
  private static final Site RESET = Meetings.site("CyclicBarrier", "reset", "reset");
  private static final Site LOOK = Meetings.site("CyclicBarrier", "isBroken", "look");

  private final transient Runnable action;

  /** The threads that arrive before it opens or breaks. */
  private static final class Round {
    int arrived;
    boolean open;
    boolean broken;
  }

  /** The barrier in a run. */
  private static final class Rounds {
    Round now = new Round();
  }

  public WovenBarrier(int parties) {
    this(parties, null);
  }

  public WovenBarrier(int parties, Runnable action) {
    super(parties, action);
    this.action = action;
  }

  private Rounds rounds(Points points) {
    return points.beside(this, Rounds.class, Rounds::new);
  }

  @Override
  public int await() throws InterruptedException, BrokenBarrierException {
    try {
      return Points.here() == null ? super.await() : arrive(Points.here(), -1);
    } catch (TimeoutException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public int await(long time, TimeUnit unit)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    return Points.here() == null
        ? super.await(time, unit)
        : arrive(Points.here(), Math.max(0, unit.toNanos(time)));
  }

  private int arrive(Points points, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    points.access(AWAIT, this, Points.CONTENTS, true);
    Rounds rounds = rounds(points);
    Round mine = rounds.now;
    if (mine.broken) {
      throw new BrokenBarrierException();
    }
    if (points.interrupted(points.thread(), true)) {
      mine.broken = true;
      throw new InterruptedException();
    }
    int index = getParties() - ++mine.arrived;
    if (index == 0) {
      open(points, rounds, mine);
    } else {
      await(points, mine, nanos);
    }
    return index;
  }

  private void open(Points points, Rounds rounds, Round mine) {
    boolean failed = action != null;
    try {
      if (action != null) {
        action.run();
        failed = false;
      }
    } finally {
      mine.broken = failed;
    }
    points.touch(this, Points.CONTENTS, true);
    mine.open = true;
    rounds.now = new Round();
  }

  private void await(Points points, Round mine, long nanos)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    try {
      Waits.interruptibly(
          points,
          AWAIT,
          "the others at a CyclicBarrier",
          Waiting.COMPLETION,
          this,
          Points.CONTENTS,
          nanos,
          () -> mine.open || mine.broken);
    } catch (InterruptedException woken) {
      mine.broken = true;
      throw woken;
    }
    if (mine.broken) {
      throw new BrokenBarrierException();
    }
    if (!mine.open) {
      mine.broken = true;
      throw new TimeoutException();
    }
  }

  @Override
  public void reset() {
    Points points = Points.here();
    if (points == null) {
      super.reset();
      return;
    }
    points.access(RESET, this, Points.CONTENTS, true);
    Rounds rounds = rounds(points);
    rounds.now.broken = true;
    rounds.now = new Round();
  }

  @Override
  public boolean isBroken() {
    Points points = Points.here();
    return points == null ? super.isBroken() : look(points).broken;
  }

  @Override
  public int getNumberWaiting() {
    Points points = Points.here();
    return points == null ? super.getNumberWaiting() : look(points).arrived;
  }

  private Round look(Points points) {
    points.access(LOOK, this, Points.CONTENTS, false);
    return rounds(points).now;
  }
}
