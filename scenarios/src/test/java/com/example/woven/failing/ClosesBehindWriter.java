package com.example.woven.failing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.nio.channels.ClosedChannelException;

/**
 * Close waits for the lock that a blocked writer holds. From the JDK: jdk-close-blocked-write in
 * docs/bugs.md.
 */
public final class ClosesBehindWriter extends Session {
  private boolean closed;

  public ClosesBehindWriter(Opening with) {
    super(with);
  }

  @Override
  public synchronized void send(byte[] data) throws Exception {
    if (closed) {
      throw new ClosedChannelException();
    }
    engine.send(data);
  }

  @Override
  public void free() throws Exception {
    synchronized (this) {
      closed = true;
      engine.close();
    }
  }
}
