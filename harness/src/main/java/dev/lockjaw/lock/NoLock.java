package dev.lockjaw.lock;

import com.google.auto.service.AutoService;
import dev.lockjaw.sync.Sync;
import java.util.EnumSet;
import java.util.Set;

/**
 * No lock at all: the control that every oracle must catch. Promises only that nothing waits for
 * itself.
 */
@AutoService(LockStrategy.class)
public final class NoLock implements LockStrategy {
  @Override
  public String id() {
    return "none";
  }

  @Override
  public String description() {
    return "no lock: the control that must fail";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Set<Promise> promises() {
    return EnumSet.of(Promise.NESTED_SEND, Promise.NESTED_FREE);
  }

  @Override
  public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
    return Operation::perform;
  }
}
