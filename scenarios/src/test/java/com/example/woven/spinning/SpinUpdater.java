package com.example.woven.spinning;

import dev.lockjaw.adapter.Opening;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** Spins on a field updater. */
public final class SpinUpdater extends GuardedBySpinning {
  private static final AtomicIntegerFieldUpdater<SpinUpdater> BUSY =
      AtomicIntegerFieldUpdater.newUpdater(SpinUpdater.class, "busy");

  private volatile int busy;

  public SpinUpdater(Opening with) {
    super(with);
  }

  @Override
  void lock() {
    while (!BUSY.compareAndSet(this, 0, 1)) {}
  }

  @Override
  void unlock() {
    busy = 0;
  }
}
