package dev.lockjaw.adapter;

import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.mark.Machinery;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.monitor.ContractMonitor.Visit;
import java.util.ArrayList;
import java.util.List;

/**
 * Which calls of a session's free have closed its engine. Any thread may call any method.
 *
 * <p>Closing an engine again does nothing, as the documentation of {@link
 * javax.net.ssl.SSLEngine#closeOutbound} says, so a session may do so in each free. But a session
 * whose free leaves a closed engine alone means to close it once: if two frees have closed it, both
 * have found it open, and whatever else they release is released twice. Which of the two a session
 * is, another free shows, once both are over.
 */
@Machinery
final class Closers {
  private final ContractMonitor monitor;
  private final List<Thread> inside = new ArrayList<>(2);
  private final List<Visit> visits = new ArrayList<>(2);
  private boolean again;
  private boolean closesAgain;

  Closers(ContractMonitor monitor) {
    this.monitor = monitor;
  }

  /** The calling thread begins to free the session. */
  synchronized void begins() {
    inside.add(Thread.currentThread());
  }

  /** The calling thread closes the engine. */
  synchronized void closes() {
    Thread me = Thread.currentThread();
    closesAgain |= again;
    if (inside.contains(me) && visits.stream().noneMatch(visit -> visit.thread() == me)) {
      visits.add(monitor.visit(OperationKind.FREE));
    }
  }

  /**
   * The calling thread has freed the session.
   *
   * @param free frees it once more, where that has something to show
   */
  void ended(Runnable free) {
    synchronized (this) {
      inside.remove(Thread.currentThread());
      if (!inside.isEmpty() || visits.size() < 2 || again) {
        return;
      }
      again = true;
    }
    free.run();
    if (!closesAgain) {
      monitor.closedTwice(visits.get(0), visits.get(1));
    }
  }
}
