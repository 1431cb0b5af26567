package dev.lockjaw.arena;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** A thread that plays one role after another. */
public final class ActorThread extends Thread {
  private final ActorThreads pool;
  private volatile Role role;
  private volatile boolean retired;
  private final Supplier<SystemThread> itself;
  private volatile SystemThread system;

  ActorThread(ActorThreads pool, Supplier<SystemThread> itself, String name) {
    super(null, null, name, 0, false);
    this.pool = pool;
    this.itself = itself;
    setDaemon(true);
  }

  /** Begins to play a role. Only by who took this worker from its pool. */
  public void play(Role role) {
    this.role = role;
    LockSupport.unpark(this);
  }

  /** What this thread plays now, or null. */
  public Role role() {
    return role;
  }

  /**
   * Whether the thread sleeps and has not been woken, as far as the system tells: else it goes on
   * as soon as it gets a processor, whatever the JVM says of it. Any thread.
   */
  public boolean asleep() {
    SystemThread known = system;
    return known == null || known.asleep();
  }

  /** Lets the thread end once it is out of its role. */
  void retire() {
    retired = true;
    LockSupport.unpark(this);
  }

  @Override
  public void run() {
    system = itself.get();
    while (!retired) {
      // one who was to be got out of a wait, and came out by itself, must not disturb the next role
      Thread.interrupted();
      Role mine = role;
      if (mine == null) {
        LockSupport.park(pool);
        continue;
      }
      mine.perform(this::release);
    }
  }

  /** Gives the thread back before the run learns that its role is over, which may end the run. */
  private void release() {
    role = null;
    if (!retired) {
      pool.giveBack(this);
    }
  }
}
