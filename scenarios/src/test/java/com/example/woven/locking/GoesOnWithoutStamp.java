package com.example.woven.locking;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;

/** Waits a while for a stamp, and then does without it. From wolfssljni#230. */
public final class GoesOnWithoutStamp extends Session {
  private final StampedLock lock = new StampedLock();

  public GoesOnWithoutStamp(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException, InterruptedException {
    long stamp = lock.tryWriteLock(10, TimeUnit.SECONDS);
    try {
      engine.send(data);
    } finally {
      if (stamp != 0) {
        lock.unlockWrite(stamp);
      }
    }
  }
}
