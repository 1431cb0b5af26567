package dev.lockjaw.stress;

import dev.lockjaw.arena.DoubleLock;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.RealMutex;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A mutex that knows its owner. {@link #owner} is the lock itself: one compare-and-set takes it. A
 * player that fails waits in a wait that the run knows.
 */
final class StressMutex extends Shared implements Mutex, Owned {
  private final StressRun run;
  private final boolean recursive;
  private final RealMutex real;
  private final String waitLabel;
  private final AtomicReference<Player> owner = new AtomicReference<>();

  /** Belongs to the owner. */
  private int depth;

  StressMutex(StressRun run, String name, boolean recursive, RealMutex real) {
    super(name);
    this.run = run;
    this.recursive = recursive;
    this.real = real;
    this.waitLabel = "waits for " + name;
  }

  @Override
  public void lock() {
    run.point("lock", this);
    Player me = run.caller();
    if (me == null) {
      return;
    }
    if (owner.get() == me) {
      if (!recursive) {
        throw DoubleLock.report(run, this, real.refusal());
      }
      real.lock();
      depth++;
      return;
    }
    while (!owner.compareAndSet(null, me)) {
      run.await(waitLabel, Waiting.LOCK, this, () -> owner.get() == null);
    }
    real.lock();
    depth = 1;
    me.hold(this);
  }

  @Override
  public void unlock() {
    if (run.over()) {
      real.unlock();
      return; // unwinding: no thread will lock this again
    }
    Player me = run.caller();
    if (me == null) {
      return;
    }
    if (owner.get() != me) {
      throw new IllegalMonitorStateException(name() + " is not held by " + me.name);
    }
    real.unlock();
    if (--depth == 0) {
      me.release(this);
      owner.set(null);
      run.changed(this);
    }
  }

  @Override
  public List<String> holders() {
    Player now = owner.get();
    return now == null ? List.of() : List.of(now.name);
  }
}
