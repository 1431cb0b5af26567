package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;

/** A count of users that is no atomic one: the last to leave closes. From wolfssljni#246. */
public final class PlainCount extends Session {
  private volatile int users = 1;

  public PlainCount(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    if (users == 0) {
      throw new ClosedChannelException();
    }
    users++;
    try {
      synchronized (engine) {
        engine.send(data);
      }
    } finally {
      leave();
    }
  }

  @Override
  public void free() throws IOException {
    leave();
  }

  private void leave() throws IOException {
    if (--users == 0) {
      engine.close();
    }
  }
}
