package com.example.woven;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;

/** One monitor for all, and the receiver called outside of it. */
public final class OneLock implements UserSession {
  private final Opening with;
  private final Engine engine;
  private boolean closed;

  public OneLock(Opening with) {
    this.with = with;
    this.engine = new Engine(with);
  }

  @Override
  public synchronized void send(byte[] data) throws IOException {
    if (closed) {
      throw new ClosedChannelException();
    }
    engine.send(data);
  }

  @Override
  public void receive() throws IOException {
    if (!engine.fill()) {
      return;
    }
    List<byte[]> received;
    synchronized (this) {
      if (closed) {
        return;
      }
      received = engine.open();
    }
    received.forEach(with::received);
  }

  @Override
  public synchronized void free() throws IOException {
    if (!closed) {
      closed = true;
      engine.close();
    }
  }
}
