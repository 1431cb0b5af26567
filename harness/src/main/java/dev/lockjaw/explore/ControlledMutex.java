package dev.lockjaw.explore;

import dev.lockjaw.arena.DoubleLock;
import dev.lockjaw.arena.Guard;
import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.RealMutex;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import java.util.List;

/**
 * A mutex whose acquisition is a scheduling point. Its release needs none: anything that another
 * thread could do between the release and this thread's next point, it can also do at that point.
 *
 * <p>The real mutex behind it is locked after the explorer has granted this one, so it is never
 * contended.
 */
final class ControlledMutex extends Shared implements Mutex {
  private final ControlledRun run;
  private final boolean recursive;
  private final RealMutex real;
  private final Act lock;
  private final Act await;
  private final Act unlock;
  private Actor owner;
  private int depth;

  ControlledMutex(ControlledRun run, String name, boolean recursive, RealMutex real) {
    super(name);
    this.run = run;
    this.recursive = recursive;
    this.real = real;
    this.lock = Act.of(Act.Kind.LOCK, name, "lock " + name);
    this.await = Act.waitFor(name);
    this.unlock = Act.of(Act.Kind.UNLOCK, name, "unlock " + name);
  }

  @Override
  public void lock() {
    run.look(lock, this);
    Actor me = run.caller();
    if (me == null) {
      return;
    }
    if (owner == me) {
      if (!recursive) {
        run.amend(() -> act(Act.Kind.REFUSED, "lock " + name() + ": already held by this thread"));
        throw DoubleLock.report(run, this, real.refusal());
      }
      real.lock();
      depth++;
      run.amend(() -> act(Act.Kind.RELOCK, "lock " + name() + " again, " + depth + " deep"));
      return;
    }
    if (owner != null) {
      run.amend(this::ask);
      run.await(await, Waiting.LOCK, this, () -> owner == null);
      run.note(me, lock);
    }
    real.lock();
    owner = me;
    depth = 1;
    me.holds.add(this, Guard.ALONE, run::stack);
  }

  @Override
  public void unlock() {
    if (run.over()) {
      real.unlock(); // unwinding: no thread will lock this again
      return;
    }
    Actor me = run.caller();
    if (me == null) {
      return;
    }
    if (owner != me) {
      throw new IllegalMonitorStateException(name() + " is not held by " + me.name);
    }
    run.note(me, unlock);
    real.unlock();
    if (--depth == 0) {
      owner = null;
      me.holds.remove(this);
    }
    run.releases(this);
  }

  private Act act(Act.Kind kind, String wording) {
    return Act.of(kind, name(), wording);
  }

  private Act ask() {
    return new Act(
        Act.Kind.ASK, name(), List.of(owner.name), "ask for " + name() + ": held by " + owner.name);
  }

  Actor owner() {
    return owner;
  }
}
