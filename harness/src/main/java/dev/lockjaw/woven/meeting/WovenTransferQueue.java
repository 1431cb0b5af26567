package dev.lockjaw.woven.meeting;

import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Waits;
import java.util.Collection;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;

/** A transfer queue whose waits are a run's, where it is used in one. The real one is the state. */
public class WovenTransferQueue<T> extends LinkedTransferQueue<T> {
  private static final long serialVersionUID = 1L;

  private static final Site PUT = Meetings.site("LinkedTransferQueue", "transfer", "transfer");
  private static final Site TAKE = Meetings.site("LinkedTransferQueue", "take", "take");

  /** The threads that wait for an element, in a run. */
  private static final class Takers {
    int waiting;
  }

  public WovenTransferQueue() {}

  public WovenTransferQueue(Collection<? extends T> elements) {
    super(elements);
  }

  private Takers takers(Points points, Site site) {
    points.access(site, this, Points.CONTENTS, true);
    return points.beside(this, Takers.class, Takers::new);
  }

  @Override
  public void put(T element) {
    offer(element);
  }

  @Override
  public boolean add(T element) {
    return offer(element);
  }

  @Override
  public boolean offer(T element, long time, TimeUnit unit) {
    return offer(element);
  }

  @Override
  public boolean offer(T element) {
    Points points = Points.here();
    if (points != null) {
      takers(points, PUT);
    }
    return super.offer(element);
  }

  @Override
  public void transfer(T element) throws InterruptedException {
    if (Points.here() == null) {
      super.transfer(element);
    } else {
      transfer(element, -1);
    }
  }

  @Override
  public boolean tryTransfer(T element, long time, TimeUnit unit) throws InterruptedException {
    return Points.here() == null
        ? super.tryTransfer(element, time, unit)
        : transfer(element, Math.max(0, unit.toNanos(time)));
  }

  private boolean transfer(T element, long nanos) throws InterruptedException {
    takers(Points.here(), PUT);
    super.offer(element);
    boolean taken = false;
    try {
      taken =
          Waits.interruptibly(
              Points.here(),
              PUT,
              "a LinkedTransferQueue",
              Waiting.WORK,
              this,
              Points.CONTENTS,
              nanos,
              () -> gone(element));
    } finally {
      if (!taken && Points.here().present()) {
        remove(element);
      }
    }
    return taken;
  }

  private boolean gone(T element) {
    for (T there : this) {
      if (there == element) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean tryTransfer(T element) {
    Points points = Points.here();
    if (points == null) {
      return super.tryTransfer(element);
    }
    return takers(points, PUT).waiting > size() && super.offer(element);
  }

  @Override
  public boolean hasWaitingConsumer() {
    return getWaitingConsumerCount() > 0;
  }

  @Override
  public int getWaitingConsumerCount() {
    Points points = Points.here();
    return points == null
        ? super.getWaitingConsumerCount()
        : Math.max(0, takers(points, PUT).waiting - size());
  }

  @Override
  public T take() throws InterruptedException {
    return Points.here() == null ? super.take() : take(-1);
  }

  @Override
  public T poll(long time, TimeUnit unit) throws InterruptedException {
    return Points.here() == null ? super.poll(time, unit) : take(Math.max(0, unit.toNanos(time)));
  }

  @Override
  public T poll() {
    Points points = Points.here();
    if (points != null) {
      takers(points, TAKE);
    }
    return super.poll();
  }

  private T take(long nanos) throws InterruptedException {
    Takers takers = takers(Points.here(), TAKE);
    if (isEmpty()) {
      takers.waiting++;
      try {
        Waits.interruptibly(
            Points.here(),
            TAKE,
            "a LinkedTransferQueue",
            Waiting.WORK,
            this,
            Points.CONTENTS,
            nanos,
            () -> !isEmpty());
      } finally {
        takers.waiting--;
      }
    }
    return super.poll();
  }
}
