package dev.lockjaw.explore;

import java.util.concurrent.locks.LockSupport;

/**
 * The thread that drives a run. It sleeps until the run is over, and wakes once a millisecond to
 * check whether the actor with the turn is blocked in foreign code ({@link Foreign}).
 */
final class Supervisor {
  static final long WATCH_NANOS = 1_000_000;

  private Thread thread;
  private boolean interrupted;
  private volatile boolean over;
  private volatile boolean pauses;

  /** No actor has the turn, and the decision is left to this thread. */
  private volatile boolean undecided;

  /**
   * Supervises on the calling thread until the run is over or pauses.
   *
   * @param watch looks at the actor that has the turn
   * @param decide gives an actor the turn
   * @param monitor held by the calling thread and given up while it sleeps; or null
   */
  void supervise(Runnable watch, Runnable decide, Object monitor) {
    thread = Thread.currentThread();
    interrupted = false;
    pauses = false;
    if (!over) {
      decide.run();
    }
    while (goesOn()) {
      sleep(monitor);
      if (goesOn()) {
        watch.run();
        if (undecided) {
          undecided = false;
          decide.run();
        }
      }
    }
    if (interrupted) {
      thread.interrupt();
    }
  }

  @SuppressWarnings("WaitNotInLoop") // the caller loops
  private void sleep(Object monitor) {
    if (monitor == null) {
      LockSupport.parkNanos(this, WATCH_NANOS);
      return;
    }
    try {
      monitor.wait(1);
    } catch (InterruptedException later) {
      interrupted = true;
    }
  }

  private boolean goesOn() {
    return !over && !pauses;
  }

  /** Whether the run is over. */
  boolean over() {
    return over;
  }

  /** Ends the run. Any thread. */
  void stop() {
    over = true;
    wake();
  }

  /** Makes {@link #supervise} return. Any thread that has the turn. */
  void pause() {
    pauses = true;
    wake();
  }

  /** Leaves the decision to this thread, which looks again in a moment. Any thread. */
  void decidesLater() {
    undecided = true;
  }

  void wake() {
    LockSupport.unpark(thread);
  }
}
