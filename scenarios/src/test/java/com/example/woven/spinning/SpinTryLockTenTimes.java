package com.example.woven.spinning;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/** Tries the lock ten times, and does without it then. From wolfssljni#230. */
public final class SpinTryLockTenTimes extends Session {
  private final ReentrantLock lock = new ReentrantLock();

  public SpinTryLockTenTimes(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    boolean locked = false;
    for (int i = 0; i < 10 && !locked; i++) {
      locked = lock.tryLock();
    }
    try {
      engine.send(data);
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }
}
