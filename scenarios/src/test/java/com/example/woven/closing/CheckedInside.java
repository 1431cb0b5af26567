package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/** Looks at the flag again under the lock. */
public final class CheckedInside extends Session {
  private volatile boolean closed;

  public CheckedInside(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    synchronized (this) {
      if (closed) {
        throw new ClosedChannelException();
      }
      engine.send(data);
    }
  }

  @Override
  public synchronized void free() throws IOException {
    if (!closed) {
      closed = true;
      engine.close();
    }
  }
}
