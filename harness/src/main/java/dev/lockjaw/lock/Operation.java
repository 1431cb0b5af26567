package dev.lockjaw.lock;

import org.apiguardian.api.API;

/** Something to be done inside a session's TLS stack. */
@API(status = API.Status.STABLE)
public interface Operation {
  OperationKind kind();

  /**
   * Does it, on the calling thread, whatever locks that holds. Answers {@link Status#CLOSED} if the
   * session is found freed.
   */
  Status perform();

  /**
   * Whether the caller can't go on without the outcome, as of a read. A send and a free may be left
   * to another thread.
   */
  boolean awaited();
}
