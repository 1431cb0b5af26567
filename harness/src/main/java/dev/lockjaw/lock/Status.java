package dev.lockjaw.lock;

/** How an operation on a session ended. */
public enum Status {
  /** Done. */
  OK,
  /** The session was freed, or the peer has closed: nothing was done. */
  CLOSED,
  /** Accepted; another thread will do it. */
  QUEUED,
  /** Nothing to read yet. */
  WANT_READ
}
