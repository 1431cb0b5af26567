package com.example.woven.spinning;

import dev.lockjaw.adapter.Opening;
import java.util.concurrent.atomic.AtomicBoolean;

/** A compare-and-set spin lock that guards a plain field. */
public class SpinLock extends GuardedBySpinning {
  private final AtomicBoolean busy = new AtomicBoolean();

  public SpinLock(Opening with) {
    super(with);
  }

  @Override
  void lock() {
    while (!busy.compareAndSet(false, true)) {}
  }

  @Override
  void unlock() {
    busy.set(false);
  }
}
