package com.example.woven.failing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.nio.channels.ClosedChannelException;

/** Close ends the connection first, which wakes a blocked writer. */
public final class WakesWriter extends Session {
  private boolean closed;

  public WakesWriter(Opening with) {
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
    engine.hangUp();
    synchronized (this) {
      closed = true;
      engine.close();
    }
  }
}
