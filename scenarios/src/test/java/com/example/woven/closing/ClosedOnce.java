package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The thread that sets the flag closes. */
public final class ClosedOnce extends Session {
  private final AtomicBoolean closed = new AtomicBoolean();

  public ClosedOnce(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) {
    throw new UnsupportedOperationException("send");
  }

  @Override
  public void free() throws IOException {
    if (closed.compareAndSet(false, true)) {
      engine.close();
    }
  }
}
