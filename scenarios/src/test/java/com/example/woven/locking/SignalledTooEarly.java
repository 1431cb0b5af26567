package com.example.woven.locking;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The same with a condition. */
public final class SignalledTooEarly extends Session {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private volatile boolean busy;

  public SignalledTooEarly(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws Exception {
    boolean waits = busy;
    lock.lock();
    try {
      if (waits) {
        idle.await();
      }
      busy = true;
      engine.send(data);
      busy = false;
      idle.signal();
    } finally {
      lock.unlock();
    }
  }
}
