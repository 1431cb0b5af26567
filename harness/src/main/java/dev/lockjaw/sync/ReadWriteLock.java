package dev.lockjaw.sync;

import org.apiguardian.api.API;

/**
 * A lock that many may share, or one hold alone. Shared holds nest, also while somebody waits to
 * hold it alone (as {@link java.util.concurrent.locks.ReentrantReadWriteLock} has it); there is no
 * upgrade.
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
