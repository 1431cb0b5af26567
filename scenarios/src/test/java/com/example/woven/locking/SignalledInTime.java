package com.example.woven.locking;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A condition, looked at under its lock, in a loop. */
public final class SignalledInTime extends Session {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private boolean busy;

  public SignalledInTime(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws Exception {
    lock.lock();
    try {
      while (busy) {
        idle.await();
      }
      busy = true;
    } finally {
      lock.unlock();
    }
    engine.send(data);
    lock.lock();
    try {
      busy = false;
      idle.signal();
    } finally {
      lock.unlock();
    }
  }
}
