package dev.lockjaw.explore;

import static java.util.stream.Collectors.joining;

import dev.lockjaw.arena.DoubleLock;
import dev.lockjaw.sync.ReadWriteLock;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import java.util.ArrayList;
import java.util.List;

/** A read-write lock whose acquisitions are scheduling points. */
final class ControlledReadWriteLock extends Shared implements ReadWriteLock {
  private final ControlledRun run;
  private final List<Actor> sharers = new ArrayList<>(4);
  private Actor owner;

  ControlledReadWriteLock(ControlledRun run, String name) {
    super(name);
    this.run = run;
  }

  @Override
  public void lockShared() {
    run.point("lock shared", this);
    Actor me = run.caller();
    if (me == null) {
      return;
    }
    run.amend(() -> "lock " + name() + " shared");
    if (owner != null && owner != me) {
      run.amend(() -> "ask for " + name() + " shared: held by " + owner.name);
      run.await("waits for the lock, shared", Waiting.LOCK, this, () -> owner == null);
      run.amend(() -> "has " + name() + " shared");
    }
    sharers.add(me);
    hold(me);
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
    run.point("lock alone", this);
    Actor me = run.caller();
    if (me == null) {
      return;
    }
    run.amend(() -> "lock " + name() + " alone");
    if (owner == me || sharers.contains(me)) {
      run.amend(() -> "lock " + name() + " alone: already held by this thread");
      throw DoubleLock.report(run, this, "");
    }
    if (owner != null || !sharers.isEmpty()) {
      run.amend(() -> "ask for " + name() + " alone: held by " + names());
      run.await(
          "waits for the lock, alone",
          Waiting.LOCK,
          this,
          () -> owner == null && sharers.isEmpty());
      run.note(me, "has the lock alone");
    }
    owner = me;
    hold(me);
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

  private void hold(Actor me) {
    for (Actor.Hold hold : me.held) {
      if (hold.lock == this) {
        hold.count++;
        return;
      }
    }
    me.held.add(new Actor.Hold(this, run.stack()));
  }

  private void release(Actor me) {
    if (me == null) {
      return;
    }
    run.note(me, "unlock");
    run.amend(() -> "unlock " + name());
    run.touch(this);
    me.held.removeIf(hold -> hold.lock == this && --hold.count == 0);
  }

  private String names() {
    return holders().stream().map(holder -> holder.name).distinct().collect(joining(", "));
  }

  List<Actor> holders() {
    List<Actor> holders = new ArrayList<>(sharers);
    if (owner != null) {
      holders.add(owner);
    }
    return holders;
  }
}
