package com.example.woven.spinning;

import dev.lockjaw.adapter.Opening;
import java.util.concurrent.atomic.AtomicIntegerArray;

/** Spins on an element of an array. */
public final class SpinArray extends GuardedBySpinning {
  private final AtomicIntegerArray busy = new AtomicIntegerArray(2);

  public SpinArray(Opening with) {
    super(with);
  }

  @Override
  void lock() {
    while (!busy.compareAndSet(1, 0, 1)) {}
  }

  @Override
  void unlock() {
    busy.set(1, 0);
  }
}
