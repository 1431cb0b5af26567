package dev.lockjaw.stress;

/** Which of a run's players move and which wait, and whether that has changed. Any thread. */
final class Motion {
  /** Held for a few instructions, and never while asking others. */
  private final Object gate = new Object();

  /** Players that are neither done nor in a wait; guarded by the gate. */
  private int moving;

  /** Players in a wait; written under the gate. */
  private volatile int waiting;

  /** Changes with whatever may end a wait, and with every wait; written under the gate. */
  private volatile long version;

  private volatile boolean over;

  /** So many players are about to move. */
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

  /** The calling player is about to wait; tells whether it was the last that moved. */
  boolean stop() {
    synchronized (gate) {
      waiting++;
      version++;
      return --moving == 0;
    }
  }

  /** The calling player waits no more. */
  void goOn(Player me) {
    synchronized (gate) {
      waiting--;
      moving++;
      version++;
      me.wait = null; // not sooner: before the gate it would look stuck in foreign code
    }
  }

  /** Returns once the version is another or the run is over, or else true for an interrupt. */
  boolean waitForChange(long seen) {
    synchronized (gate) {
      try {
        while (version == seen && !over) {
          gate.wait();
        }
        return false;
      } catch (InterruptedException e) {
        return true;
      }
    }
  }

  /** Something happened that may end waits. */
  void changed() {
    if (waiting > 0) { // else whoever begins to wait after this looks first
      announce();
    }
  }

  /** All waits are to end, and there will be no more. */
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
