package dev.lockjaw.stress;

import dev.lockjaw.arena.DoubleLock;
import dev.lockjaw.sync.ReadWriteLock;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A read-write lock that knows its holders. */
final class StressReadWriteLock extends Shared implements ReadWriteLock, Owned {
  private final StressRun run;

  /** Guarded by this, as is the owner. */
  private final List<Player> sharers = new ArrayList<>(4);

  private Player owner;

  StressReadWriteLock(StressRun run, String name) {
    super(name);
    this.run = run;
  }

  @Override
  public void lockShared() {
    run.point("lock shared", this);
    Player me = run.caller();
    if (me == null) {
      return;
    }
    while (!takeShared(me)) {
      run.await("waits for the lock, shared", Waiting.LOCK, this, this::sharable);
    }
    me.hold(this);
  }

  private synchronized boolean sharable() {
    return owner == null;
  }

  private synchronized boolean takeShared(Player me) {
    return (owner == null || owner == me) && sharers.add(me);
  }

  @Override
  public void unlockShared() {
    Player me = run.over() ? null : run.caller();
    if (me == null) {
      return;
    }
    synchronized (this) {
      if (!sharers.remove(me)) {
        throw new IllegalMonitorStateException(name() + " is not shared by " + me.name);
      }
      me.release(this);
    }
    run.changed(this);
  }

  @Override
  public void lockExclusive() {
    run.point("lock alone", this);
    Player me = run.caller();
    if (me == null) {
      return;
    }
    if (has(me)) {
      throw shares(me) ? DoubleLock.upgrade(run, this) : DoubleLock.report(run, this, "");
    }
    while (!takeAlone(me)) {
      run.await("waits for the lock, alone", Waiting.LOCK, this, this::unheld);
    }
    me.hold(this);
  }

  private synchronized boolean has(Player me) {
    return owner == me || sharers.contains(me);
  }

  private synchronized boolean shares(Player me) {
    return sharers.contains(me);
  }

  private synchronized boolean unheld() {
    return owner == null && sharers.isEmpty();
  }

  private synchronized boolean takeAlone(Player me) {
    if (!unheld()) {
      return false;
    }
    owner = me;
    return true;
  }

  @Override
  public void unlockExclusive() {
    Player me = run.over() ? null : run.caller();
    if (me == null) {
      return;
    }
    synchronized (this) {
      if (owner != me) {
        throw new IllegalMonitorStateException(name() + " is not held alone by " + me.name);
      }
      me.release(this);
      owner = null;
    }
    run.changed(this);
  }

  @Override
  public synchronized List<String> holders() {
    return Stream.concat(sharers.stream(), Stream.ofNullable(owner))
        .map(holder -> holder.name)
        .distinct()
        .toList();
  }
}
