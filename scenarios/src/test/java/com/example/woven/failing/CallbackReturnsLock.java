package com.example.woven.failing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Gives the lock back, whatever the callback does. */
public final class CallbackReturnsLock extends Session {
  private final ReentrantLock lock = new ReentrantLock(true);

  public CallbackReturnsLock(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws Exception {
    lock.lock();
    try {
      engine.send(data);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void receive() throws Exception {
    if (!engine.fill()) {
      return;
    }
    lock.lock();
    try {
      List<byte[]> received = engine.open();
      received.forEach(with::received);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void free() throws Exception {
    lock.lock();
    try {
      engine.close();
    } finally {
      lock.unlock();
    }
  }
}
