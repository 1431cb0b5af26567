package dev.lockjaw.probe;

import dev.lockjaw.engine.Call;

/** One call that a thread is inside of, and what the watcher has seen of it. */
final class Stay {
  private final Thread thread;
  private final Call call;
  private final String connection;

  /** Looks at which it was there; the watcher's, as are the next two. */
  int looks;

  /** Looks in a row at which its thread stood still. */
  int stood;

  /** How often the thread had ever been blocked or had waited, at the last look. */
  long waits;

  Stay(Thread thread, Call call, String connection) {
    this.thread = thread;
    this.call = call;
    this.connection = connection;
  }

  Thread thread() {
    return thread;
  }

  Call call() {
    return call;
  }

  /** As a clause. */
  String text() {
    return "is inside " + call.text() + " of " + connection;
  }
}
