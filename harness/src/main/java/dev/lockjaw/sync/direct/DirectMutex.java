package dev.lockjaw.sync.direct;

import dev.lockjaw.sync.DoubleLockException;
import dev.lockjaw.sync.Mutex;
import java.util.concurrent.locks.ReentrantLock;

/** A mutex for free-running threads. */
final class DirectMutex implements Mutex {
  private final ReentrantLock lock = new ReentrantLock();
  private final String name;
  private final boolean recursive;

  DirectMutex(String name, boolean recursive) {
    this.name = name;
    this.recursive = recursive;
  }

  @Override
  public void lock() {
    if (!recursive && lock.isHeldByCurrentThread()) {
      throw new DoubleLockException(name);
    }
    lock.lock();
  }

  @Override
  public void unlock() {
    lock.unlock();
  }
}
