package dev.lockjaw.lock;

import org.apiguardian.api.API;

/** One call into a session's TLS stack. */
@API(status = API.Status.STABLE)
public interface Operation {
  OperationKind kind();

  /**
   * Runs on the calling thread, under the locks that the thread holds. Returns {@link
   * Status#CLOSED} if the session has been freed.
   */
  Status perform();

  /**
   * Whether the caller needs the outcome before it can go on, as after a read. A send or a free may
   * be left to another thread.
   */
  boolean awaited();
}
