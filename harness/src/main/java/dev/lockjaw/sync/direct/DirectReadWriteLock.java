package dev.lockjaw.sync.direct;

import dev.lockjaw.sync.DoubleLockException;
import dev.lockjaw.sync.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A read-write lock for free-running threads. */
final class DirectReadWriteLock implements ReadWriteLock {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final String name;

  DirectReadWriteLock(String name) {
    this.name = name;
  }

  @Override
  public void lockShared() {
    lock.readLock().lock();
  }

  @Override
  public void unlockShared() {
    lock.readLock().unlock();
  }

  @Override
  public void lockExclusive() {
    if (lock.isWriteLockedByCurrentThread() || lock.getReadHoldCount() > 0) {
      throw new DoubleLockException(name);
    }
    lock.writeLock().lock();
  }

  @Override
  public void unlockExclusive() {
    lock.writeLock().unlock();
  }
}
