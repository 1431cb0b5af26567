package com.example.woven.locking;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;

/** Looks again. */
public final class WaitsWithWhile extends Session {
  private boolean busy;

  public WaitsWithWhile(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws Exception {
    synchronized (this) {
      while (busy) {
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
