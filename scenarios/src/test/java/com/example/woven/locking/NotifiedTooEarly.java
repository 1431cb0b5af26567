package com.example.woven.locking;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;

/**
 * Looks, and then takes the monitor to wait: the notification is gone by then. From jersey#4810.
 */
public final class NotifiedTooEarly extends Session {
  private volatile boolean busy;

  public NotifiedTooEarly(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws Exception {
    while (busy) {
      synchronized (this) {
        wait();
      }
    }
    synchronized (engine) {
      busy = true;
      engine.send(data);
      busy = false;
    }
    synchronized (this) {
      notifyAll();
    }
  }
}
