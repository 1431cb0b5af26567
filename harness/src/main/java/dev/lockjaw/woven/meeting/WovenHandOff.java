package dev.lockjaw.woven.meeting;

import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Waits;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** A queue that holds nothing: threads of a run meet at it, where it is used in one. */
public class WovenHandOff<T> extends SynchronousQueue<T> {
  private static final long serialVersionUID = 1L;

  private static final Site PUT = Meetings.site("SynchronousQueue", "put", "offer an element");
  private static final Site TAKE = Meetings.site("SynchronousQueue", "take", "ask for an element");

  /** A thread that waits, with an element or for one. */
  private static final class Side<T> {
    T element;
    boolean met;

    Side(T element) {
      this.element = element;
    }
  }

  /** The queue in a run: the threads that wait on either side. */
  private static final class Sides<T> {
    final Queue<Side<T>> givers = new ArrayDeque<>(2);
    final Queue<Side<T>> takers = new ArrayDeque<>(2);
  }

  public WovenHandOff() {}

  public WovenHandOff(boolean fair) {
    super(fair);
  }

  @SuppressWarnings("unchecked")
  private Sides<T> sides(Points points, Site site) {
    points.access(site, this, Points.CONTENTS, true);
    return points.beside(this, Sides.class, Sides::new);
  }

  @Override
  public void put(T element) throws InterruptedException {
    if (Points.here() == null) {
      super.put(element);
    } else {
      give(element, -1);
    }
  }

  @Override
  public boolean offer(T element, long time, TimeUnit unit) throws InterruptedException {
    return Points.here() == null
        ? super.offer(element, time, unit)
        : give(element, Math.max(0, unit.toNanos(time)));
  }

  @Override
  public boolean offer(T element) {
    Points points = Points.here();
    return points == null
        ? super.offer(element)
        : given(sides(points, PUT), Objects.requireNonNull(element));
  }

  /** Gives an element to a thread that waits for it, if there is one. */
  private boolean given(Sides<T> sides, T element) {
    Side<T> taker = sides.takers.poll();
    if (taker != null) {
      taker.element = element;
      taker.met = true;
    }
    return taker != null;
  }

  private boolean give(T element, long nanos) throws InterruptedException {
    Sides<T> sides = sides(Points.here(), PUT);
    if (given(sides, Objects.requireNonNull(element))) {
      return true;
    }
    Side<T> mine = new Side<>(element);
    return await(sides.givers, mine, PUT, nanos);
  }

  @Override
  public T take() throws InterruptedException {
    return Points.here() == null ? super.take() : receive(-1);
  }

  @Override
  public T poll(long time, TimeUnit unit) throws InterruptedException {
    return Points.here() == null
        ? super.poll(time, unit)
        : receive(Math.max(0, unit.toNanos(time)));
  }

  @Override
  public T poll() {
    Points points = Points.here();
    return points == null ? super.poll() : received(sides(points, TAKE));
  }

  /** Takes the element of a thread that waits with it; null if there is none. */
  private T received(Sides<T> sides) {
    Side<T> giver = sides.givers.poll();
    if (giver == null) {
      return null;
    }
    giver.met = true;
    return giver.element;
  }

  private T receive(long nanos) throws InterruptedException {
    Sides<T> sides = sides(Points.here(), TAKE);
    T element = received(sides);
    if (element != null) {
      return element;
    }
    Side<T> mine = new Side<>(null);
    await(sides.takers, mine, TAKE, nanos);
    return mine.element;
  }

  private boolean await(Queue<Side<T>> queue, Side<T> mine, Site site, long nanos)
      throws InterruptedException {
    queue.add(mine);
    try {
      return Waits.interruptibly(
          Points.here(),
          site,
          "the other side of a SynchronousQueue",
          Waiting.WORK,
          this,
          Points.CONTENTS,
          nanos,
          () -> mine.met);
    } finally {
      queue.remove(mine);
    }
  }

  @Override
  public int drainTo(Collection<? super T> to) {
    return drainTo(to, Integer.MAX_VALUE);
  }

  @Override
  public int drainTo(Collection<? super T> to, int most) {
    if (Points.here() == null) {
      return super.drainTo(to, most);
    }
    int count = 0;
    for (T next = null; count < most && (next = poll()) != null; count++) {
      to.add(next);
    }
    return count;
  }
}
