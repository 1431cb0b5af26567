package dev.lockjaw.reports.html;

import java.util.Locale;

/**
 * Something that lasts for some steps of an interleaving.
 *
 * @param lane the number of the thread that it belongs to
 * @param name of the lock, of the operation, or of what is waited for
 * @param level beside or within how many others of its sort on that lane it is
 * @param from the number of the step with which it begins
 * @param to the number of the last step that belongs to it
 * @param open whether it has not ended by the last step there is
 */
record Span(int lane, Kind kind, String name, int level, int from, int to, boolean open) {
  enum Kind {
    /** A lock is held. */
    LOCK,
    /** A lock is held that others may hold too. */
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
