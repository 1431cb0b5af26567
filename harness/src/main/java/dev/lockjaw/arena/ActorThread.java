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

  /** Starts to play a role. Only for the thread that took this worker from its pool. */
  public void play(Role role) {
    this.role = role;
    LockSupport.unpark(this);
  }

  /** The role that this thread plays now, or null. */
  public Role role() {
    return role;
  }

  /** Whether the run has resumed the role that this thread plays. Any thread. */
  boolean resumed() {
    Role mine = role; // read once: the role may end meanwhile
    return mine != null && mine.resumed();
  }

  /** Leaves it to the run, where one of its threads interrupts another: by {@code cancel}, say. */
  @Override
  public void interrupt() {
    Role mine = role;
    if (mine == null || mine.interrupted()) {
      super.interrupt();
    }
  }

  /**
   * Whether the thread sleeps and has not been woken, as far as the system knows. Otherwise it
   * continues as soon as it gets a processor, whatever state the JVM reports. Any thread.
   */
  public boolean asleep() {
    SystemThread known = system;
    return known == null || known.asleep();
  }

  /** Lets the thread end after its current role. */
  void retire() {
    retired = true;
    LockSupport.unpark(this);
  }

  @Override
  public void run() {
    system = itself.get();
    while (!retired) {
      // a late interrupt, meant to end a wait of the last role, must not disturb the next one
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
