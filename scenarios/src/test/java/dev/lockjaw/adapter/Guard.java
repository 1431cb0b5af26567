package dev.lockjaw.adapter;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;

/** The lock of a user's session, of whatever kind. */
public interface Guard {
  void lock() throws InterruptedException;

  void unlock();

  static Guard of(Lock lock) {
    return new Guard() {
      @Override
      public void lock() {
        lock.lock();
      }

      @Override
      public void unlock() {
        lock.unlock();
      }
    };
  }

  static Guard reentrant() {
    return of(new ReentrantLock());
  }

  static Guard stamped() {
    return of(new StampedLock().asWriteLock());
  }

  static Guard semaphore() {
    Semaphore semaphore = new Semaphore(1);
    return new Guard() {
      @Override
      public void lock() throws InterruptedException {
        semaphore.acquire();
      }

      @Override
      public void unlock() {
        semaphore.release();
      }
    };
  }

  static Guard none() {
    return new Guard() {
      @Override
      public void lock() {}

      @Override
      public void unlock() {}
    };
  }
}
