package dev.lockjaw.sync;

import org.apiguardian.api.API;

/** What a blocked thread waits for. */
@API(status = API.Status.STABLE)
public enum Waiting {
  /** A lock that another thread holds. */
  LOCK,
  /** Bytes to read from a wire, or room on it. */
  IO,
  /** Other threads to leave: a free waits for the operations in flight. */
  DRAIN,
  /** An operation of its own that another thread is to perform. */
  COMPLETION,
  /** Work for an executor's thread. */
  WORK
}
