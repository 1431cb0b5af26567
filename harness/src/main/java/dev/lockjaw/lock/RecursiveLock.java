package dev.lockjaw.lock;

import com.google.auto.service.AutoService;
import dev.lockjaw.sync.Sync;
import java.util.EnumSet;
import java.util.Set;

/**
 * One recursive mutex a session: libdatachannel's pull request 1351, the fix for its issue 1347.
 * Promises what a plain mutex promises, and that a callback may send under it. Lock order with the
 * locks above it stays inverted (issue 1618).
 */
@AutoService(LockStrategy.class)
public final class RecursiveLock implements LockStrategy {
  @Override
  public String id() {
    return "recursive";
  }

  @Override
  public String description() {
    return "one recursive mutex a session";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Set<Promise> promises() {
    return EnumSet.of(
        Promise.OPERATIONS_APART,
        Promise.FREE_APART,
        Promise.ONE_FREE,
        Promise.NESTED_SEND,
        Promise.NESTED_FREE);
  }

  @Override
  public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
    return new MutexGuard(sync.mutex("S(" + session + ")", true));
  }
}
