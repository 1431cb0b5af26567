package dev.lockjaw.woven.meeting;

import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Waits;
import dev.lockjaw.woven.calls.Names;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@link Exchanger}s: the second of two threads goes on at once. */
public final class ExchangerCalls {
  private ExchangerCalls() {}

  /** What a thread waits with. */
  private static final class Offer {
    final Object mine;
    Object others;
    boolean met;

    Offer(Object mine) {
      this.mine = mine;
    }
  }

  /** The exchanger in a run. */
  private static final class Slot {
    Offer waits;
  }

  public static Object exchange(Exchanger<Object> self, Object mine, int id)
      throws InterruptedException {
    if (Points.here() == null) {
      return self.exchange(mine);
    }
    return exchange(self, mine, -1, id).others;
  }

  public static Object exchange(
      Exchanger<Object> self, Object mine, long time, TimeUnit unit, int id)
      throws InterruptedException, TimeoutException {
    if (Points.here() == null) {
      return self.exchange(mine, time, unit);
    }
    Offer offer = exchange(self, mine, Math.max(0, unit.toNanos(time)), id);
    if (!offer.met) {
      throw new TimeoutException();
    }
    return offer.others;
  }

  private static Offer exchange(Exchanger<?> self, Object mine, long nanos, int id)
      throws InterruptedException {
    Points points = Points.here();
    Site site = Here.site(id);
    points.access(site, self, Points.CONTENTS, true);
    Slot slot = points.beside(self, Slot.class, Slot::new);
    Offer offer = new Offer(mine);
    if (slot.waits != null) {
      meet(slot.waits, offer);
      slot.waits = null;
      return offer;
    }
    slot.waits = offer;
    try {
      Waits.interruptibly(
          points,
          site,
          Names.of(site, self),
          Waiting.COMPLETION,
          self,
          Points.CONTENTS,
          nanos,
          () -> offer.met);
    } finally {
      slot.waits = slot.waits == offer ? null : slot.waits;
    }
    return offer;
  }

  private static void meet(Offer first, Offer second) {
    first.others = second.mine;
    second.others = first.mine;
    first.met = true;
    second.met = true;
  }
}
