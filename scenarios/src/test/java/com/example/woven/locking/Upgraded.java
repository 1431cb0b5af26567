package com.example.woven.locking;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Takes the write lock with the read lock held, and waits for itself. From the documentation of the
 * class.
 */
public final class Upgraded extends Session {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  public Upgraded(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    lock.readLock().lock();
    try {
      if (!closed) {
        lock.writeLock().lock();
        try {
          engine.send(data);
        } finally {
          lock.writeLock().unlock();
        }
      }
    } finally {
      lock.readLock().unlock();
    }
  }
}
