package com.example.woven.locking;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Waits a while for the lock, and sends nothing without it. */
public final class RefusesAfterTimeout extends Session {
  private final Semaphore lock = new Semaphore(1);

  public RefusesAfterTimeout(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException, InterruptedException {
    if (!lock.tryAcquire(10, TimeUnit.SECONDS)) {
      throw new IOException("the session is busy");
    }
    try {
      engine.send(data);
    } finally {
      lock.release();
    }
  }
}
