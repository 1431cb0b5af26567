package com.example.woven.locking;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/** Does without the lock when it is taken. From wolfssljni#230. */
public final class GoesOnUnlocked extends Session {
  private final ReentrantLock lock = new ReentrantLock();

  public GoesOnUnlocked(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    boolean locked = lock.tryLock();
    try {
      engine.send(data);
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }
}
