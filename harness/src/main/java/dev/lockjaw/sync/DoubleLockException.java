package dev.lockjaw.sync;

/** A thread asked for a non-recursive lock that it holds; POSIX calls this {@code EDEADLK}. */
public final class DoubleLockException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public DoubleLockException(String lock) {
    this(lock, "Resource deadlock avoided");
  }

  /**
   * @param answer what the one who was asked said
   */
  public DoubleLockException(String lock, String answer) {
    super(answer + ": " + lock + " is held by this thread");
  }
}
