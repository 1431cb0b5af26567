package dev.lockjaw.lock;

import org.apiguardian.api.API;

/** How an operation on a session ended. */
@API(status = API.Status.STABLE)
public enum Status {
  /** Done. */
  OK,
  /** The session was freed or the peer has closed; nothing was done. */
  CLOSED,
  /** Accepted; another thread will do it. */
  QUEUED,
  /** Nothing to read yet. */
  WANT_READ
}
