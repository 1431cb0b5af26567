package com.example.woven.locking;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Waits a while for the lock, and then does without it. From wolfssljni#230. */
public final class GoesOnAfterTimeout extends Session {
  private final ReentrantLock lock = new ReentrantLock();

  public GoesOnAfterTimeout(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException, InterruptedException {
    boolean locked = lock.tryLock(10, TimeUnit.SECONDS);
    try {
      engine.send(data);
    } finally {
      if (locked) {
        lock.unlock();
      }
    }
  }
}
