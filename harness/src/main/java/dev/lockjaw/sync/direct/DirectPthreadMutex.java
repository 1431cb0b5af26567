package dev.lockjaw.sync.direct;

import dev.lockjaw.sync.DoubleLockException;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.PthreadMutex;

/** A mutex of the C library, for free-running threads. */
final class DirectPthreadMutex implements Mutex {
  final PthreadMutex mutex;
  private final String name;

  DirectPthreadMutex(String name, boolean recursive) {
    this.name = name;
    this.mutex = new PthreadMutex(recursive);
  }

  @Override
  public void lock() {
    if (!mutex.lock()) {
      throw new DoubleLockException(name, mutex.refusal());
    }
  }

  @Override
  public void unlock() {
    if (!mutex.unlock()) {
      throw new IllegalMonitorStateException(name + " is not held by this thread");
    }
  }
}
