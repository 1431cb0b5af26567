package dev.lockjaw.probe;

import dev.lockjaw.engine.Call;

/** One call that a thread is inside, and what the watchdog has seen of it. */
final class Stay {
  private final Thread thread;
  private final Call call;
  private final String connection;
  private final Handshake handshake;

  /** Looks that found the call. Belongs to the watchdog, as do the next two fields. */
  int looks;

  /** Looks in a row that found its thread standing still. */
  int stood;

  /** How often the thread had been blocked or had waited in its life, at the last look. */
  long waits;

  Stay(Thread thread, Call call, String connection, Handshake handshake) {
    this.handshake = handshake;
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

  String connection() {
    return connection;
  }

  /** Whether it may be the handshake of a socket that the thread waits in. */
  boolean shakesHands() {
    return call == Call.START_HANDSHAKE
        || (call == Call.READ || call == Call.WRITE) && !handshake.isOver();
  }

  /** The call as a clause. */
  String text() {
    return "is inside " + call.text() + " of " + connection;
  }
}
