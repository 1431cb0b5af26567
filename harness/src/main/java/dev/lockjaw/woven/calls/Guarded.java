package dev.lockjaw.woven.calls;

import dev.lockjaw.arena.Guard;
import dev.lockjaw.woven.Points;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * What a run needs to know of a lock of the JDK's.
 *
 * @param lock what threads meet at, which for a side of a read-write lock is the whole of it
 * @param free whether a thread that has no part of it can take it; looked at by any thread
 * @param mine whether the calling thread can take it all the same
 * @param hold how it is held
 */
record Guarded(Object lock, BooleanSupplier free, BooleanSupplier mine, Guard hold) {
  /** Null for a lock that is not the JDK's. */
  static Guarded of(Lock lock) {
    if (lock instanceof ReentrantLock one) {
      return new Guarded(one, () -> !one.isLocked(), one::isHeldByCurrentThread, Guard.ALONE);
    }
    if (lock instanceof WovenReadWriteLock.ReadSide side) {
      return new Guarded(
          side.both,
          () -> !side.both.isWriteLocked(),
          side.both::isWriteLockedByCurrentThread,
          Guard.SHARED);
    }
    if (lock instanceof WovenReadWriteLock.WriteSide side) {
      return new Guarded(
          side.both,
          () -> !side.both.isWriteLocked() && side.both.getReadLockCount() == 0,
          side.both::isWriteLockedByCurrentThread,
          Guard.ALONE);
    }
    return null;
  }

  boolean open() {
    return mine.getAsBoolean() || free.getAsBoolean();
  }

  int part() {
    return Points.CONTENTS;
  }
}
