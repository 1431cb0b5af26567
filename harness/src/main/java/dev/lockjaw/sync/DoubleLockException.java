package dev.lockjaw.sync;

import org.apiguardian.api.API;

/**
 * A thread asked for a non-recursive lock that it already holds; POSIX calls this {@code EDEADLK}.
 */
@API(status = API.Status.STABLE)
public final class DoubleLockException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public DoubleLockException(String lock) {
    this(lock, "Resource deadlock avoided");
  }

  /**
   * @param answer the error text of the library that refused the lock
   */
  public DoubleLockException(String lock, String answer) {
    super(answer + ": " + lock + " is held by this thread");
  }
}
