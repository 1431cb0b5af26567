package com.example.woven.locking;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Takes the read lock with the write lock held, and gives that back. */
public final class Downgraded extends Session {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean closed;

  public Downgraded(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    lock.writeLock().lock();
    try {
      if (closed) {
        throw new ClosedChannelException();
      }
      engine.send(data);
    } finally {
      lock.writeLock().unlock();
    }
  }

  @Override
  public void free() throws IOException {
    lock.writeLock().lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      engine.close();
      lock.readLock().lock();
    } finally {
      lock.writeLock().unlock();
    }
    lock.readLock().unlock();
  }
}
