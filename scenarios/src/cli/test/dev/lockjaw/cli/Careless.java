package dev.lockjaw.cli;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Operation;
import dev.lockjaw.lock.SessionGuard;
import dev.lockjaw.sync.Sync;

/** A user's own strategy that doesn't lock, and that nobody expects to fail. */
public final class Careless implements LockStrategy {
  @Override
  public String id() {
    return "careless";
  }

  @Override
  public String description() {
    return "no lock, but nobody knows";
  }

  @Override
  public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
    return Operation::perform;
  }
}
