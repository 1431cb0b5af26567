package dev.lockjaw.explore;

import dev.lockjaw.arena.DoubleLock;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.RealMutex;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;

/**
 * A mutex whose acquisition is a scheduling point. Its release needs none: whatever another thread
 * could do between the release and this thread's next point, it can do at that point as well.
 *
 * <p>The real one behind it is locked when the explorer has given it out, so never in contention.
 */
final class ControlledMutex extends Shared implements Mutex {
  private final ControlledRun run;
  private final boolean recursive;
  private final RealMutex real;
  private final String lockLabel;
  private final String waitLabel;
  private final String unlockLabel;
  private Actor owner;
  private int depth;

  ControlledMutex(ControlledRun run, String name, boolean recursive, RealMutex real) {
    super(name);
    this.run = run;
    this.recursive = recursive;
    this.real = real;
    this.lockLabel = "lock " + name;
    this.waitLabel = "waits for " + name;
    this.unlockLabel = "unlock " + name;
  }

  @Override
  public void lock() {
    run.point(lockLabel, this);
    Actor me = run.caller();
    if (me == null) {
      return;
    }
    if (owner == me) {
      if (!recursive) {
        run.amend(() -> lockLabel + ": already held by this thread");
        throw DoubleLock.report(run, this, real.refusal());
      }
      real.lock();
      depth++;
      run.amend(() -> lockLabel + " again, " + depth + " deep");
      return;
    }
    if (owner != null) {
      run.amend(() -> "ask for " + name() + ": held by " + owner.name);
      run.await(waitLabel, Waiting.LOCK, this, () -> owner == null);
      run.note(me, lockLabel);
    }
    real.lock();
    owner = me;
    depth = 1;
    me.held.add(new Actor.Hold(this, run.stack()));
  }

  @Override
  public void unlock() {
    if (run.over()) {
      real.unlock(); // unwinding; nobody will lock this again
      return;
    }
    Actor me = run.caller();
    if (me == null) {
      return;
    }
    if (owner != me) {
      throw new IllegalMonitorStateException(name() + " is not held by " + me.name);
    }
    run.note(me, unlockLabel);
    run.touch(this);
    real.unlock();
    if (--depth == 0) {
      owner = null;
      me.held.removeIf(hold -> hold.lock == this);
    }
  }

  Actor owner() {
    return owner;
  }
}
