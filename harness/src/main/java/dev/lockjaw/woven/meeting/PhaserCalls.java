package dev.lockjaw.woven.meeting;

import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Waits;
import dev.lockjaw.woven.calls.Names;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@link Phaser}s. The real one is the state: a thread waits until its phase is over. */
public final class PhaserCalls {
  private PhaserCalls() {}

  public static int arriveAndAwaitAdvance(Phaser self, int id) {
    Points points = Points.here();
    if (points == null) {
      return self.arriveAndAwaitAdvance();
    }
    Site site = Here.site(id);
    points.access(site, self, Points.CONTENTS, true);
    return awaitUninterruptibly(points, site, self, self.arrive());
  }

  public static int awaitAdvance(Phaser self, int phase, int id) {
    Points points = Points.here();
    if (points == null) {
      return self.awaitAdvance(phase);
    }
    Site site = Here.site(id);
    points.access(site, self, Points.CONTENTS, false);
    return awaitUninterruptibly(points, site, self, phase);
  }

  private static int awaitUninterruptibly(Points points, Site site, Phaser self, int phase) {
    if (phase >= 0 && self.getPhase() == phase) {
      Waits.uninterruptibly(
          points,
          site,
          Names.of(site, self),
          Waiting.COMPLETION,
          self,
          Points.CONTENTS,
          () -> self.getPhase() != phase);
    }
    return phase < 0 ? phase : self.getPhase();
  }

  public static int awaitAdvanceInterruptibly(Phaser self, int phase, int id)
      throws InterruptedException {
    if (Points.here() == null) {
      return self.awaitAdvanceInterruptibly(phase);
    }
    await(self, phase, -1, id);
    return phase < 0 ? phase : self.getPhase();
  }

  public static int awaitAdvanceInterruptibly(
      Phaser self, int phase, long time, TimeUnit unit, int id)
      throws InterruptedException, TimeoutException {
    if (Points.here() == null) {
      return self.awaitAdvanceInterruptibly(phase, time, unit);
    }
    if (!await(self, phase, Math.max(0, unit.toNanos(time)), id)) {
      throw new TimeoutException();
    }
    return phase < 0 ? phase : self.getPhase();
  }

  private static boolean await(Phaser self, int phase, long nanos, int id)
      throws InterruptedException {
    Points points = Points.here();
    Site site = Here.site(id);
    points.access(site, self, Points.CONTENTS, false);
    return phase < 0
        || self.getPhase() != phase
        || Waits.interruptibly(
            points,
            site,
            Names.of(site, self),
            Waiting.COMPLETION,
            self,
            Points.CONTENTS,
            nanos,
            () -> self.getPhase() != phase);
  }
}
