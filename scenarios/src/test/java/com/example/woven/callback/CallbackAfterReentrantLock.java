package com.example.woven.callback;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Calls the receiver when it has given the lock back. */
public final class CallbackAfterReentrantLock extends Session {
  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;

  public CallbackAfterReentrantLock(Opening with) {
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
    } finally {
      lock.unlock();
    }
    received.forEach(with::received);
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
