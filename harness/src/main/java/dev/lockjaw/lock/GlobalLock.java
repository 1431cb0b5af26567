package dev.lockjaw.lock;

import com.google.auto.service.AutoService;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.Sync;
import java.util.EnumSet;
import java.util.Set;

/**
 * One mutex for all sessions of the process, recursive as a Windows critical section is: the seed
 * article's first version. Promises that no two operations overlap. A process that holds both ends
 * of a connection can deadlock with itself.
 */
@AutoService(LockStrategy.class)
public final class GlobalLock implements LockStrategy {
  @Override
  public String id() {
    return "global";
  }

  @Override
  public String description() {
    return "one recursive mutex for all sessions";
  }

  @Override
  public int order() {
    return 20;
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
    Mutex mutex = sync.once("global lock", () -> sync.mutex("G", true));
    return new MutexGuard(mutex);
  }
}
