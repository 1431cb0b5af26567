package dev.lockjaw.lock;

import dev.lockjaw.sync.Mutex;

/** Runs every operation, including the free, under one mutex. */
record MutexGuard(Mutex mutex) implements SessionGuard {
  @Override
  public Status run(Operation operation) {
    mutex.lock();
    try {
      return operation.perform();
    } finally {
      mutex.unlock();
    }
  }
}
