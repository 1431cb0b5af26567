package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/** Looks at the flag before it takes the lock, and not again. From a chat server's close. */
public final class CheckedOutside extends Session {
  private volatile boolean closed;

  public CheckedOutside(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    synchronized (this) {
      engine.send(data);
    }
  }

  @Override
  public synchronized void free() throws IOException {
    closed = true;
    engine.close();
  }
}
