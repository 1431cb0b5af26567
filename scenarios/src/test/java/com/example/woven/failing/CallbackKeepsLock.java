package com.example.woven.failing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A callback that throws leaves the lock held. From jetty#11275. */
public final class CallbackKeepsLock extends Session {
  private final ReentrantLock lock = new ReentrantLock(true);

  public CallbackKeepsLock(Opening with) {
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
    List<byte[]> received = engine.open();
    received.forEach(with::received);
    lock.unlock();
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
