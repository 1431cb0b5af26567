package com.example.woven.sharing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Looks at a flag through a handle and then sets it: two may find it unset. */
public final class HandleWithAGap extends Session {
  private static final VarHandle BUSY;

  static {
    try {
      BUSY = MethodHandles.lookup().findVarHandle(HandleWithAGap.class, "busy", boolean.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  private volatile boolean busy;

  public HandleWithAGap(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    while ((boolean) BUSY.getVolatile(this)) {
      Thread.onSpinWait();
    }
    BUSY.setVolatile(this, true);
    engine.send(data);
    busy = false;
  }
}
