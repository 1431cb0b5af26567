package dev.lockjaw.watch.event;

/**
 * One thing that a thread of a watched program did. Immutable.
 *
 * @param nanos when, in nanoseconds of the system's monotonic clock. A take is stamped after it, a
 *     release before it; a call's entry before it, its end after it
 * @param thread the thread's id, unique among the living threads of its process
 * @param object a lock, a session, a condition or a thread: see {@link EventKind}
 * @param detail see {@link EventKind}
 * @param stack where in the program: an id of the log's text area, or 0 if it is not known
 */
public record Event(long nanos, long thread, EventKind kind, long object, long detail, long stack) {
  /** Flag of a take: the lock was taken before this event was written, and after the last one. */
  public static final long LATE = 1;

  /** Flag of a take and a wait: other threads may share the lock. */
  public static final long SHARED = 2;

  /** Flag of a take: the thread held the lock already, and the lock allows it. */
  public static final long AGAIN = 4;

  /** Flag of a take: it could not have waited (a try), so it can be no cause of a deadlock. */
  public static final long TRIED = 8;

  /** Flag of a wait: it ends by itself after a time. */
  public static final long TIMED = 16;

  /** Flag of a wait: the thread holds the lock and will wait for itself. */
  public static final long HELD_BY_ITSELF = 32;

  /** Whether the detail has a flag. */
  public boolean is(long flag) {
    return (detail & flag) != 0;
  }
}
