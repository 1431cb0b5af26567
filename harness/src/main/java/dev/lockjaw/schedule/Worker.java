package dev.lockjaw.schedule;

import java.util.concurrent.locks.LockSupport;

/** A thread that plays one actor after another. */
final class Worker extends Thread {
  private final Workers pool;
  private volatile ControlledRun run;
  private volatile Actor actor;
  private volatile boolean retired;

  Worker(Workers pool, String name) {
    super(null, null, name, 0, false);
    this.pool = pool;
    setDaemon(true);
  }

  void play(ControlledRun run, Actor actor) {
    this.run = run;
    this.actor = actor;
    LockSupport.unpark(this);
  }

  /** The actor that this thread plays in {@code asking}, or null if it plays none there. */
  Actor actorIn(ControlledRun asking) {
    return run == asking ? actor : null;
  }

  /** Lets the thread end once it is out of its actor's body. */
  void retire() {
    retired = true;
    LockSupport.unpark(this);
  }

  @Override
  public void run() {
    while (!retired) {
      Actor mine = actor;
      if (mine == null) {
        LockSupport.park(pool);
        continue;
      }
      ControlledRun in = run;
      in.perform(mine, this::release);
      Thread.interrupted(); // one who was got out of a wait must not disturb the next actor
    }
  }

  /** Gives the thread back before the run learns that the actor is done, which may end the run. */
  private void release() {
    actor = null;
    run = null;
    if (!retired) {
      pool.giveBack(this);
    }
  }
}
