package dev.lockjaw.sync;

import org.apiguardian.api.API;

/** A mutual exclusion lock, owned by a thread. */
@API(status = API.Status.STABLE)
public interface Mutex {
  /**
   * Acquires the lock. Waits while another thread holds it.
   *
   * @throws DoubleLockException if the mutex isn't recursive and the caller holds it. The mutex
   *     checks for errors, so it reports the fault where another mutex would deadlock
   */
  void lock();

  /**
   * Releases the lock.
   *
   * @throws IllegalMonitorStateException if the caller doesn't hold it
   */
  void unlock();
}
