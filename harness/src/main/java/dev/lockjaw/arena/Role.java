package dev.lockjaw.arena;

/** What a worker is lent for: one thread's part in a run. */
public interface Role {
  /**
   * Plays the part, on the worker's thread.
   *
   * @param giveBack makes the worker free for another role; to be called once, before the run
   *     learns that this one is over
   */
  void perform(Runnable giveBack);

  /** Whether the thread has been given its turn and has yet to take it. Any thread. */
  default boolean resumed() {
    return false;
  }
}
