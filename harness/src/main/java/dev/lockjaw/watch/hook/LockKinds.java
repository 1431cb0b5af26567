package dev.lockjaw.watch.hook;

import dev.lockjaw.watch.event.Event;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** The kinds of locks, by how they are taken. Any thread. */
final class LockKinds {
  /** A synchronized block. */
  static final int BLOCK = 1;

  /** A synchronized method. */
  static final int METHOD = 2;

  /** A lock that one thread has. */
  static final int EXCLUSIVE = 3;

  /** A lock that many threads may have. */
  static final int SHARED = 4;

  /** A semaphore that may yet turn out to be no lock. */
  static final int UNPROVEN = 5;

  private LockKinds() {}

  static long flags(int kind) {
    return kind == SHARED ? Event.SHARED : 0;
  }

  /** Whether the calling thread holds a lock, as far as the lock can say. */
  static boolean held(int kind, Object lock) {
    if (kind == BLOCK || kind == METHOD) {
      return Thread.holdsLock(lock);
    }
    if (lock instanceof ReentrantLock reentrant) {
      return reentrant.isHeldByCurrentThread();
    }
    if (lock instanceof ReentrantReadWriteLock.WriteLock write) {
      return write.isHeldByCurrentThread();
    }
    if (lock instanceof StampedLock stamped) {
      return kind == SHARED ? stamped.isReadLocked() : stamped.isWriteLocked();
    }
    if (lock instanceof ReentrantReadWriteLock.ReadLock read) {
      return !read.toString().endsWith("[Read locks = 0]"); // no method says so
    }
    return !(lock instanceof Semaphore semaphore) || SemaphoreHooks.held(semaphore);
  }
}
