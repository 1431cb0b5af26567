package com.example.woven.locking;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;

/** Waits a while for a stamp, and sends nothing without it. */
public final class RefusesWithoutStamp extends Session {
  private final StampedLock lock = new StampedLock();

  public RefusesWithoutStamp(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException, InterruptedException {
    long stamp = lock.tryWriteLock(10, TimeUnit.SECONDS);
    if (stamp == 0) {
      throw new IOException("the session is busy");
    }
    try {
      engine.send(data);
    } finally {
      lock.unlockWrite(stamp);
    }
  }
}
