package dev.lockjaw.adapter;

import org.apiguardian.api.API;

/**
 * A session of yours, as scenarios use it: many threads at a time. Whatever it answers an operation
 * that comes after {@link #free} with, an exception included, is taken for "closed".
 */
@API(status = API.Status.STABLE)
public interface UserSession {
  /** Sends a message; it may be left to another thread. */
  void send(byte[] data) throws Exception;

  /**
   * Reads once, and hands what came to {@link Opening#received}; returns once that has returned.
   */
  void receive() throws Exception;

  /** Ends the session. May be called again, and by several threads. */
  void free() throws Exception;

  /**
   * Takes part in the handshake until it is complete; see {@link Hook#HANDSHAKE} and {@link
   * SessionAdapter#shakesHands}. With neither it is never called.
   */
  default void handshake() throws Exception {
    throw new UnsupportedOperationException("handshake");
  }

  /**
   * Does what the session does when nothing has come in for a while, which ends in {@link
   * Opening#idle}; see {@link Hook#IDLE_TICK}. Called by the thread that receives.
   */
  default void idle() throws Exception {
    throw new UnsupportedOperationException("idle");
  }

  /** An operation that takes what it needs from where it was made. */
  @FunctionalInterface
  @API(status = API.Status.STABLE)
  interface Action {
    void run() throws Exception;
  }

  /** An operation on a message. */
  @FunctionalInterface
  @API(status = API.Status.STABLE)
  interface Sending {
    void send(byte[] data) throws Exception;
  }

  /** A session that neither shakes hands nor idles, of what does the rest. */
  static UserSession of(Sending send, Action receive, Action free) {
    return of(
        () -> {
          throw new UnsupportedOperationException("handshake");
        },
        send,
        receive,
        free);
  }

  /** A session that doesn't idle, of what does the rest. */
  static UserSession of(Action handshake, Sending send, Action receive, Action free) {
    return new ComposedSession(handshake, send, receive, free);
  }
}
