package com.example.woven.spinning;

import dev.lockjaw.adapter.Opening;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Spins on a handle that compares and returns what was there. */
public final class SpinExchange extends GuardedBySpinning {
  private static final VarHandle BUSY;

  static {
    try {
      BUSY = MethodHandles.lookup().findVarHandle(SpinExchange.class, "busy", long.class);
    } catch (ReflectiveOperationException none) {
      throw new ExceptionInInitializerError(none);
    }
  }

  private volatile long busy;

  public SpinExchange(Opening with) {
    super(with);
  }

  @Override
  void lock() {
    while ((long) BUSY.compareAndExchange(this, 0L, 1L) != 0) {}
  }

  @Override
  void unlock() {
    busy = 0;
  }
}
