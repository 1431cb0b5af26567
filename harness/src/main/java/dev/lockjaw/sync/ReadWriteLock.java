package dev.lockjaw.sync;

import org.apiguardian.api.API;

/**
 * A lock that several threads may share, or one thread holds alone. Shared holds nest, even while
 * another thread waits to hold the lock alone, as in {@link
 * java.util.concurrent.locks.ReentrantReadWriteLock}. There is no upgrade.
 */
@API(status = API.Status.STABLE)
public interface ReadWriteLock {
  void lockShared();

  void unlockShared();

  /**
   * @throws DoubleLockException if the caller holds the lock already, shared or alone
   */
  void lockExclusive();

  void unlockExclusive();
}
