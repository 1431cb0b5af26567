package com.example.woven.locking;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Every operation takes the read lock, and only close takes the other. From conscrypt#490. */
public final class WritesShared extends Session {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  public WritesShared(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    lock.readLock().lock();
    try {
      if (!closed) {
        engine.send(data);
      }
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void free() throws IOException {
    lock.writeLock().lock();
    try {
      closed = true;
      engine.close();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
