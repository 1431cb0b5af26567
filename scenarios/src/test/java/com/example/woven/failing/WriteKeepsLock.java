package com.example.woven.failing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A write that fails leaves the lock held. From corefx, pull request 36106. */
public final class WriteKeepsLock extends Session {
  private final ReentrantLock lock = new ReentrantLock(true);

  public WriteKeepsLock(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws Exception {
    lock.lock();
    engine.send(data);
    lock.unlock();
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
