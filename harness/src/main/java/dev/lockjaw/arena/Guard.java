package dev.lockjaw.arena;

/** What a lock keeps other threads from while one thread holds it. */
public enum Guard {
  /** Nobody else holds it. */
  ALONE,
  /** Nobody holds it {@link #ALONE}. */
  SHARED,
  /** Any number may hold it, as permits of a semaphore. */
  COUNTED;

  /**
   * Whether no thread can write what the holder touches, or read what it writes, as long as the
   * others do the same.
   *
   * @param write whether the holder writes
   */
  public boolean keepsOut(boolean write) {
    return this == ALONE || this == SHARED && !write;
  }
}
