package com.example.woven.spinning;

import dev.lockjaw.adapter.Opening;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Spins on a handle that puts a value in the place of another. */
public final class SpinSwap extends GuardedBySpinning {
  private static final VarHandle BUSY;

  static {
    try {
      BUSY = MethodHandles.lookup().findVarHandle(SpinSwap.class, "busy", int.class);
    } catch (ReflectiveOperationException none) {
      throw new ExceptionInInitializerError(none);
    }
  }

  private volatile int busy;

  public SpinSwap(Opening with) {
    super(with);
  }

  @Override
  void lock() {
    while ((int) BUSY.getAndSet(this, 1) == 1) {}
  }

  @Override
  void unlock() {
    busy = 0;
  }
}
