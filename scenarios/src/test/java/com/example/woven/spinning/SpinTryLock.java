package com.example.woven.spinning;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/** Tries the lock until it has it. */
public final class SpinTryLock extends Session {
  private final ReentrantLock lock = new ReentrantLock();

  public SpinTryLock(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    while (!lock.tryLock()) {}
    try {
      engine.send(data);
    } finally {
      lock.unlock();
    }
  }
}
