package dev.lockjaw.lock;

import com.google.auto.service.AutoService;
import dev.lockjaw.sync.Sync;

/** No lock at all: the control that every oracle must catch. Promises nothing. */
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
  public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
    return Operation::perform;
  }
}
