package dev.lockjaw.reports.html;

import java.util.Locale;

/**
 * A period of some steps of an interleaving: a lock held, a call, a callback or a wait.
 *
 * @param lane the number of the thread that it belongs to
 * @param name the lock, the operation, or what is waited for
 * @param level how many other spans of its sort on that lane it is beside or within
 * @param from the number of its first step
 * @param to the number of its last step
 * @param open whether it lasts beyond the last step
 */
record Span(int lane, Kind kind, String name, int level, int from, int to, boolean open) {
  enum Kind {
    /** A lock is held. */
    LOCK,
    /** A shared lock is held. */
    SHARED,
    /** The thread is inside the TLS stack. */
    CALL,
    /** The TLS stack has called back. */
    CALLBACK,
    /** The thread waits. */
    WAIT;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
