package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;

/** Two threads that close both find the session open. From conscrypt#455. */
public final class ClosedTwice extends Session {
  private volatile boolean closed;

  public ClosedTwice(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) {
    throw new UnsupportedOperationException("send");
  }

  @Override
  public void free() throws IOException {
    if (!closed) {
      closed = true;
      engine.close();
    }
  }
}
