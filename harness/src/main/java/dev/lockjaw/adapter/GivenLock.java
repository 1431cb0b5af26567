package dev.lockjaw.adapter;

import dev.lockjaw.sync.Mutex;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** A mutex of the run's as the JDK's interface, as far as both go. */
record GivenLock(Mutex mutex) implements Lock {
  @Override
  public void lock() {
    mutex.lock();
  }

  @Override
  public void lockInterruptibly() {
    mutex.lock();
  }

  @Override
  public void unlock() {
    mutex.unlock();
  }

  @Override
  public boolean tryLock() {
    throw unsupported("tryLock");
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) {
    throw unsupported("tryLock");
  }

  @Override
  public Condition newCondition() {
    throw unsupported("newCondition");
  }

  private static UnsupportedOperationException unsupported(String what) {
    return new UnsupportedOperationException(
        what + " is not offered by this lock: use one of java.util.concurrent's here");
  }
}
