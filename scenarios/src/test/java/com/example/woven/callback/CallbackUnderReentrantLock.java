package com.example.woven.callback;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Calls the receiver under its lock; two sessions that relay lock each other out. From
 * DIRMINA-1019.
 */
public final class CallbackUnderReentrantLock extends Session {
  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;

  public CallbackUnderReentrantLock(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws Exception {
    lock.lock();
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
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
    List<byte[]> received;
    lock.lock();
    try {
      if (closed) {
        return;
      }
      received = engine.open();
      received.forEach(with::received);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void free() throws Exception {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        engine.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
