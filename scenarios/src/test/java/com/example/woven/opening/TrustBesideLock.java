package com.example.woven.opening;

import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** As {@link TrustUnderLock}, with a flag that keeps others out while no lock is held. */
public final class TrustBesideLock extends Connecting {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition done = lock.newCondition();
  private boolean connecting;
  private boolean connected;

  public TrustBesideLock(Opening with) {
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
    if (mine()) {
      shakeHands();
      ends();
    }
  }

  /** Whether the calling thread is the one to shake hands; if not, waits for the one that is. */
  private boolean mine() {
    lock.lock();
    try {
      boolean first = !connecting;
      connecting = true;
      while (!first && !connected) {
        done.awaitUninterruptibly();
      }
      return first;
    } finally {
      lock.unlock();
    }
  }

  private void ends() {
    lock.lock();
    try {
      connected = true;
      done.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
