package com.example.woven;

import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/**
 * Looks at a plain flag before it takes the lock, and again under it: right in every interleaving,
 * and a data race all the same. From the documentation of double-checked locking.
 */
public final class PlainFlag extends Session {
  private boolean closed;

  public PlainFlag(Opening with) {
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
