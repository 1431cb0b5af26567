package com.example.woven.spinning;

import dev.lockjaw.adapter.Opening;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Spins on a handle that compares and sets. */
public final class SpinHandle extends GuardedBySpinning {
  private static final VarHandle BUSY;

  static {
    try {
      BUSY = MethodHandles.lookup().findVarHandle(SpinHandle.class, "busy", Thread.class);
    } catch (ReflectiveOperationException none) {
      throw new ExceptionInInitializerError(none);
    }
  }

  private volatile Thread busy;

  public SpinHandle(Opening with) {
    super(with);
  }

  @Override
  void lock() {
    while (!BUSY.compareAndSet(this, null, Thread.currentThread())) {}
  }

  @Override
  void unlock() {
    busy = null;
  }
}
