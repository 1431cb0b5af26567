package com.example.woven.locking;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;

/** Does not look again after it was notified. From a text-book, and many a wrapper. */
public final class WaitsWithIf extends Session {
  private boolean busy;

  public WaitsWithIf(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws Exception {
    synchronized (this) {
      if (busy) {
        wait();
      }
      busy = true;
    }
    try {
      engine.send(data);
    } finally {
      synchronized (this) {
        busy = false;
        notifyAll();
      }
    }
  }
}
