package dev.lockjaw.stress;

import dev.lockjaw.arena.Abandoned;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts the players of a run that move and those that wait, and notices every change. Any thread.
 */
final class Motion {
  /** Held for a few instructions, and never while calling other code. */
  private final Object gate = new Object();

  /** Players that are neither done nor waiting; guarded by the gate. */
  private int moving;

  /** Players that wait; written under the gate. */
  private volatile int waiting;

  /** Changes with every wait and with everything that may end one; written under the gate. */
  private volatile long version;

  private volatile boolean over;

  /** This many players are about to start. */
  void begin(int players) {
    synchronized (gate) {
      moving = players;
    }
  }

  /** One more moves. */
  void join() {
    synchronized (gate) {
      moving++;
      version++;
    }
  }

  /** One is done. */
  void leave() {
    synchronized (gate) {
      moving--;
      version++;
    }
  }

  /**
   * Lets the calling player wait until it can go on.
   *
   * @param supervisor is woken when no player moves
   * @return whether the thread was interrupted
   * @throws Abandoned if the run is over
   */
  boolean await(Player me, Player.Wait wait, Thread supervisor) {
    me.timedOut = false;
    me.interrupted = false;
    me.wait = wait;
    if (stop()) {
      LockSupport.unpark(supervisor);
    }
    try {
      while (!over) {
        long seen = version;
        if (me.canGoOn()) {
          break;
        }
        waitForChange(me, seen);
      }
    } finally {
      goOn(me);
    }
    if (over) {
      throw Abandoned.INSTANCE;
    }
    return me.interrupted || wait.interruptible() && Thread.interrupted();
  }

  /** The calling player is about to wait. Returns whether it was the last that moved. */
  private boolean stop() {
    synchronized (gate) {
      waiting++;
      version++;
      return --moving == 0;
    }
  }

  /** The calling player has stopped waiting. */
  private void goOn(Player me) {
    synchronized (gate) {
      waiting--;
      moving++;
      version++;
      me.wait = null; // only now: earlier it would look stuck in foreign code
    }
  }

  /** Waits until the version changes, the run is over, or the player is interrupted. */
  private void waitForChange(Player me, long seen) {
    synchronized (gate) {
      try {
        while (version == seen && !over) {
          gate.wait();
        }
      } catch (InterruptedException e) {
        me.interrupted = true;
        version++; // a thread that has just seen that it waits looks again
      }
    }
  }

  /** Something happened that may end waits. */
  void changed() {
    if (waiting > 0) { // a player that starts to wait after this looks first
      announce();
    }
  }

  /** Ends all waits, for good. */
  void end() {
    over = true;
    announce();
  }

  private void announce() {
    synchronized (gate) {
      version++;
      gate.notifyAll();
    }
  }

  boolean over() {
    return over;
  }

  long version() {
    return version;
  }

  boolean any() {
    synchronized (gate) {
      return moving > 0;
    }
  }

  /** Whether none moves, and nothing has changed since. */
  boolean noneSince(long then) {
    synchronized (gate) {
      return moving == 0 && version == then;
    }
  }
}
