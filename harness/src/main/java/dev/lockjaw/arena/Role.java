package dev.lockjaw.arena;

/** One thread's part in a run, which a worker plays. */
public interface Role {
  /**
   * Plays the part on the calling worker.
   *
   * @param giveBack returns the worker to its pool; call it once, before the run learns that this
   *     part is over
   */
  void perform(Runnable giveBack);

  /**
   * Interrupts the thread as its run does, if the calling thread is of the same one. Any thread.
   *
   * @return whether the JVM is to interrupt it, too
   */
  default boolean interrupted() {
    return true;
  }

  /** Whether the thread has been given its turn and has yet to take it. Any thread. */
  default boolean resumed() {
    return false;
  }
}
