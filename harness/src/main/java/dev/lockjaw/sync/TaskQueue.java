package dev.lockjaw.sync;

import org.apiguardian.api.API;

/** A thread of its own that runs what it is given, in the order it was given. */
@API(status = API.Status.STABLE)
public interface TaskQueue {
  /**
   * Hands over a task.
   *
   * @return false if the queue has been shut down; the task will then not run
   */
  boolean execute(Runnable task);

  /** Tasks handed over and not yet finished. */
  int outstanding();

  /** Whether the caller is a task of this queue. */
  boolean isCurrent();

  /** Takes no more tasks; the thread ends once those handed over have run. Does not wait. */
  void shutdown();
}
