package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;

/** As {@link ClosedTwice}, with nothing sent at the end: only the engine is closed twice. */
public final class EndedTwice extends Session {
  private volatile boolean closed;

  public EndedTwice(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) {
    throw new UnsupportedOperationException("send");
  }

  @Override
  public void free() throws IOException {
    if (!closed) {
      engine.end();
      closed = true;
    }
  }
}
