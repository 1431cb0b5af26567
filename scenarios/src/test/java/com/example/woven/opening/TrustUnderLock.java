package com.example.woven.opening;

import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Shakes hands under its lock, the callbacks of the handshake included. From Delphi-Cross-Socket
 * (issue 8).
 */
public final class TrustUnderLock extends Connecting {
  private final ReentrantLock lock = new ReentrantLock();
  private boolean connected;

  public TrustUnderLock(Opening with) {
    super(with);
  }

  @Override
  boolean connected() {
    lock.lock();
    try {
      return connected;
    } finally {
      lock.unlock();
    }
  }

  @Override
  void connect() throws IOException {
    lock.lock();
    try {
      if (!connected) {
        shakeHands();
        connected = true;
      }
    } finally {
      lock.unlock();
    }
  }
}
