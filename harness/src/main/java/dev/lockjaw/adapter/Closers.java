package dev.lockjaw.adapter;

import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.mark.Machinery;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.monitor.ContractMonitor.Visit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which calls of a session's free have closed its engine. Any thread may call any method.
 *
 * <p>Closing an engine again does nothing, as the documentation of {@link
 * javax.net.ssl.SSLEngine#closeOutbound} says, so a session may do so in each free. But a session
 * whose free leaves a closed engine alone means to close it once: if two frees have closed it, both
 * have found it open, and whatever else they release is released twice. Which of the two a session
 * is, another free shows, once both are over.
 *
 * <p>A task that a free hands to one of the session's executors is part of that free, whenever it
 * runs: the free is over when it has returned and its tasks are done.
 */
@Machinery
final class Closers {
  private final ContractMonitor monitor;
  private final Map<Thread, Deque<Free>> inside = new HashMap<>();
  private final Map<Free, Visit> visits = new LinkedHashMap<>();

  /** Parts of frees that are not over. */
  private int parts;

  /** The free that shows what the session does with a closed engine; null before there is one. */
  private Free again;

  private boolean closesAgain;

  /** A call of free, with what it has handed to executors. */
  static final class Free {
    private final Thread by = Thread.currentThread();
    private int parts;
  }

  Closers(ContractMonitor monitor) {
    this.monitor = monitor;
  }

  /** The calling thread begins to free the session. */
  synchronized void begins() {
    Free free = new Free();
    hand(free);
    take(free);
  }

  /**
   * The calling thread hands a task to an executor.
   *
   * @return the free that it is part of; null if it is part of none
   */
  synchronized Free hands() {
    Free free = current();
    if (free != null) {
      hand(free);
    }
    return free;
  }

  private Free current() {
    Deque<Free> mine = inside.get(Thread.currentThread());
    return mine == null ? null : mine.peek();
  }

  private void hand(Free free) {
    free.parts++;
    parts++;
  }

  /** The calling thread begins a task that is part of a free, or of none. */
  synchronized void take(Free free) {
    if (free == null) {
      return;
    }
    inside.computeIfAbsent(Thread.currentThread(), thread -> new ArrayDeque<>(1)).push(free);
  }

  /** The executor has refused the task, so the free does not show what it would have done. */
  synchronized void refused(Free free) {
    if (free == null) {
      return;
    }
    closesAgain |= free == again;
    free.parts--;
    parts--;
  }

  /** The calling thread closes the engine. */
  synchronized void closes() {
    closesAgain |= again != null;
    Free free = current();
    if (free != null && visits.keySet().stream().noneMatch(other -> other.by == free.by)) {
      visits.put(free, monitor.visit(OperationKind.FREE));
    }
  }

  /**
   * A part of a free is over on the calling thread.
   *
   * @param free frees it once more, where that has something to show
   */
  void ended(Runnable free) {
    synchronized (this) {
      if (current() == null) {
        return; // a task that is part of no free
      }
      Free mine = inside.get(Thread.currentThread()).pop();
      mine.parts--;
      parts--;
      if (mine == again) {
        judge();
        return;
      }
      if (parts > 0 || visits.size() < 2 || again != null) {
        return;
      }
      again = new Free();
      hand(again);
      take(again);
    }
    free.run();
    ended(free);
  }

  private void judge() {
    if (again.parts == 0 && !closesAgain) {
      Iterator<Visit> both = visits.values().iterator();
      monitor.closedTwice(both.next(), both.next());
    }
  }
}
