package com.example.woven.sharing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Looks at a flag and sets it in one step. */
public final class HandleInOneStep extends Session {
  private static final VarHandle BUSY;

  static {
    try {
      BUSY = MethodHandles.lookup().findVarHandle(HandleInOneStep.class, "busy", boolean.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private volatile boolean busy;

  public HandleInOneStep(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    while (!BUSY.compareAndSet(this, false, true)) {
      Thread.onSpinWait();
    }
    engine.send(data);
    busy = false;
  }
}
