package com.example.woven.locking;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Waits for the lock again and again. */
public final class TriesAgain extends Session {
  private final ReentrantLock lock = new ReentrantLock();

  public TriesAgain(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException, InterruptedException {
    while (!lock.tryLock(10, TimeUnit.MILLISECONDS)) {
      Thread.onSpinWait();
    }
    try {
      engine.send(data);
    } finally {
      lock.unlock();
    }
  }
}
