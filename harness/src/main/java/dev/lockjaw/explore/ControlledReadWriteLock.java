package dev.lockjaw.explore;

import dev.lockjaw.arena.DoubleLock;
import dev.lockjaw.result.Act;
import dev.lockjaw.sync.ReadWriteLock;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import java.util.ArrayList;
import java.util.List;

/** A read-write lock whose acquisitions are scheduling points. */
final class ControlledReadWriteLock extends Shared implements ReadWriteLock {
  private final ControlledRun run;
  private final Act lockShared;
  private final Act awaitShared;
  private final Act lockAlone;
  private final Act awaitAlone;
  private final Act unlock;
  private final List<Actor> sharers = new ArrayList<>(4);
  private Actor owner;

  ControlledReadWriteLock(ControlledRun run, String name) {
    super(name);
    this.run = run;
    this.lockShared = act(Act.Kind.SHARE, "lock shared");
    this.awaitShared = act(Act.Kind.WAIT, "waits for the lock, shared");
    this.lockAlone = act(Act.Kind.LOCK, "lock alone");
    this.awaitAlone = act(Act.Kind.WAIT, "waits for the lock, alone");
    this.unlock = act(Act.Kind.UNLOCK, "unlock " + name);
  }

  @Override
  public void lockShared() {
    run.look(lockShared, this);
    Actor me = run.caller();
    if (me == null) {
      return;
    }
    run.amend(() -> act(Act.Kind.SHARE, "lock " + name() + " shared"));
    if (owner != null && owner != me) {
      run.amend(() -> ask("shared"));
      run.await(awaitShared, Waiting.LOCK, this, () -> owner == null);
      run.amend(() -> act(Act.Kind.SHARE, "has " + name() + " shared"));
    }
    sharers.add(me);
    me.holds.add(this, run::stack);
  }

  @Override
  public void unlockShared() {
    if (run.over()) {
      return;
    }
    Actor me = run.caller();
    if (me != null && !sharers.remove(me)) {
      throw new IllegalMonitorStateException(name() + " is not shared by " + me.name);
    }
    release(me);
  }

  @Override
  public void lockExclusive() {
    run.look(lockAlone, this);
    Actor me = run.caller();
    if (me == null) {
      return;
    }
    run.amend(() -> act(Act.Kind.LOCK, "lock " + name() + " alone"));
    if (owner == me || sharers.contains(me)) {
      run.amend(
          () -> act(Act.Kind.REFUSED, "lock " + name() + " alone: already held by this thread"));
      throw sharers.contains(me) ? DoubleLock.upgrade(run, this) : DoubleLock.report(run, this, "");
    }
    if (owner != null || !sharers.isEmpty()) {
      run.amend(() -> ask("alone"));
      run.await(awaitAlone, Waiting.LOCK, this, () -> owner == null && sharers.isEmpty());
      run.note(me, act(Act.Kind.LOCK, "has the lock alone"));
    }
    owner = me;
    me.holds.add(this, run::stack);
  }

  @Override
  public void unlockExclusive() {
    if (run.over()) {
      return;
    }
    Actor me = run.caller();
    if (me != null && owner != me) {
      throw new IllegalMonitorStateException(name() + " is not held alone by " + me.name);
    }
    owner = null;
    release(me);
  }

  private void release(Actor me) {
    if (me == null) {
      return;
    }
    run.note(me, unlock);
    run.releases(this);
    me.holds.remove(this);
  }

  private Act act(Act.Kind kind, String wording) {
    return Act.of(kind, name(), wording);
  }

  private Act ask(String how) {
    List<String> holders = names();
    String wording = "ask for " + name() + ' ' + how + ": held by " + String.join(", ", holders);
    return new Act(Act.Kind.ASK, name(), holders, wording);
  }

  /** Names of the actors that hold it. */
  List<String> names() {
    return holders().stream().map(holder -> holder.name).distinct().toList();
  }

  private List<Actor> holders() {
    List<Actor> holders = new ArrayList<>(sharers);
    if (owner != null) {
      holders.add(owner);
    }
    return holders;
  }
}
