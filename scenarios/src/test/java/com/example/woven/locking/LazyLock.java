package com.example.woven.locking;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;

/**
 * Makes its lock when it is first needed, and two threads make one each. From a pool of
 * connections.
 */
public final class LazyLock extends Session {
  private Object lock;

  public LazyLock(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    if (lock == null) {
      lock = new Object();
    }
    synchronized (lock) {
      engine.send(data);
    }
  }
}
