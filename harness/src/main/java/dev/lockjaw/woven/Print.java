package dev.lockjaw.woven;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * What an object of the JDK's shows before and after a call: it is the same only if the call has
 * changed nothing, as a compare-and-set that fails, a {@code poll} of an empty queue, or a {@code
 * tryLock} of a lock that is taken.
 */
public record Print(long number, Object reference) {
  /** Null for an object that a call may change without a trace. */
  public static Print of(Object object) {
    if (object instanceof AtomicBoolean value) {
      return new Print(value.get() ? 1 : 0, null);
    }
    if (object instanceof AtomicInteger value) {
      return new Print(value.get(), null);
    }
    if (object instanceof AtomicLong value) {
      return new Print(value.get(), null);
    }
    if (object instanceof AtomicReference<?> value) {
      return new Print(0, value.get());
    }
    if (object instanceof ReentrantLock lock) {
      return new Print(lock.isLocked() ? 1 + lock.getHoldCount() : 0, null);
    }
    if (object instanceof ReentrantReadWriteLock lock) {
      long holds = lock.getReadHoldCount() + 31L * lock.getWriteHoldCount();
      return new Print(holds * 31 + lock.getReadLockCount(), Boolean.valueOf(lock.isWriteLocked()));
    }
    if (object instanceof StampedLock lock) {
      return new Print(lock.tryOptimisticRead() * 31 + lock.getReadLockCount(), null);
    }
    if (object instanceof Semaphore permits) {
      return new Print(permits.availablePermits(), null);
    }
    if (object instanceof CountDownLatch latch) {
      return new Print(latch.getCount(), null);
    }
    boolean counted = object instanceof Queue<?> || object instanceof Set<?>;
    return counted && !(object instanceof List<?>) && ofTheJdk(object)
        ? new Print(((java.util.Collection<?>) object).size(), null)
        : null;
  }

  private static boolean ofTheJdk(Object object) {
    return object.getClass().getModule() == Object.class.getModule();
  }

  /** Whether nothing has changed from one to the other. */
  public boolean same(Print other) {
    return other != null && number == other.number && reference == other.reference;
  }
}
