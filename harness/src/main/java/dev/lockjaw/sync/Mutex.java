package dev.lockjaw.sync;

import org.apiguardian.api.API;

/** A mutual exclusion lock, owned by a thread. */
@API(status = API.Status.STABLE)
public interface Mutex {
  /**
   * Acquires the lock, waiting for another holder to release it.
   *
   * @throws DoubleLockException if the mutex isn't recursive and the caller holds it: an
   *     error-checking mutex, so that the fault is reported and not slept on
   */
  void lock();

  /**
   * Releases the lock.
   *
   * @throws IllegalMonitorStateException if the caller doesn't hold it
   */
  void unlock();
}
