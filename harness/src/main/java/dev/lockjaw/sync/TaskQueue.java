package dev.lockjaw.sync;

import org.apiguardian.api.API;

/** A thread of its own that runs tasks in the order in which they were handed over. */
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

  /** Accepts no more tasks. The thread ends once all accepted tasks have run. Does not wait. */
  void shutdown();
}
