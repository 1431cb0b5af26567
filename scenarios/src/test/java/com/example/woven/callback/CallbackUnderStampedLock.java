package com.example.woven.callback;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.locks.StampedLock;

/** Calls the receiver under a stamped lock, which is not reentrant. From esp-protocols#625. */
public final class CallbackUnderStampedLock extends Session {
  private final StampedLock lock = new StampedLock();
  private boolean closed;

  public CallbackUnderStampedLock(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws Exception {
    long stamp = lock.writeLock();
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
      engine.send(data);
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  @Override
  public void receive() throws Exception {
    if (!engine.fill()) {
      return;
    }
    List<byte[]> received;
    long stamp = lock.writeLock();
    try {
      if (closed) {
        return;
      }
      received = engine.open();
      received.forEach(with::received);
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  @Override
  public void free() throws Exception {
    long stamp = lock.writeLock();
    try {
      if (!closed) {
        closed = true;
        engine.close();
      }
    } finally {
      lock.unlockWrite(stamp);
    }
  }
}
