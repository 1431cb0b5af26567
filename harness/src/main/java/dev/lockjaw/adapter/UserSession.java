package dev.lockjaw.adapter;

import org.apiguardian.api.API;

/**
 * Your session, as scenarios use it. Several threads call its methods at the same time. After
 * {@link #free} has been called, an exception of a method counts as "the session is closed", unless
 * it is one with which the JDK reports a bug of its caller, such as {@link NullPointerException}.
 *
 * <p>A session over a TLS channel, with one lock around writes and the close:
 *
 * <pre>{@code
 * public final class Link implements UserSession {
 *   private final Lock lock = new ReentrantLock();
 *   private final Opening with;
 *   private final ByteChannel tls;
 *
 *   public Link(Opening with) {
 *     this.with = with;
 *     this.tls = with.tls();
 *   }
 *
 *   public void send(byte[] data) throws IOException {
 *     lock.lock();
 *     try {
 *       tls.write(ByteBuffer.wrap(data));
 *     } finally {
 *       lock.unlock();
 *     }
 *   }
 *
 *   public void receive() throws IOException {
 *     ByteBuffer data = ByteBuffer.allocate(16 * 1024);
 *     if (tls.read(data) > 0) {
 *       with.received(data.flip());
 *     }
 *   }
 *
 *   public void free() throws IOException {
 *     with.shutdown();
 *     lock.lock();
 *     try {
 *       tls.close();
 *     } finally {
 *       lock.unlock();
 *     }
 *   }
 * }
 * }</pre>
 */
@API(status = API.Status.STABLE)
public interface UserSession {
  /**
   * Sends a message. The session may leave the work to another thread. Any thread.
   *
   * @param data the session's to keep
   * @throws Exception if the message was not accepted; a finding, unless {@link #free} was called
   */
  void send(byte[] data) throws Exception;

  /**
   * Reads once, and passes what arrived to {@link Opening#received}: before it returns, or later on
   * another thread. One thread at a time.
   *
   * @throws Exception if the read failed; a finding, unless {@link #free} was called
   */
  void receive() throws Exception;

  /**
   * Ends the session. Called by any thread, more than once, and by several threads at a time.
   *
   * @throws Exception if the session could not be ended, or was ended before
   */
  void free() throws Exception;

  /**
   * Takes part in the handshake until it is complete. Called only if the adapter has {@link
   * Hook#HANDSHAKE}, then by several threads at a time, or if {@link SessionAdapter#shakesHands},
   * then once before the threads of a scenario begin.
   *
   * @throws UnsupportedOperationException unless it is overridden
   * @throws Exception if the handshake failed; a finding
   */
  default void handshake() throws Exception {
    throw new UnsupportedOperationException("handshake");
  }

  /**
   * Does what the session does when nothing has arrived for a while, and ends in {@link
   * Opening#idle}. Called only if the adapter has {@link Hook#IDLE_TICK}, by the thread that
   * receives.
   *
   * @throws UnsupportedOperationException unless it is overridden
   * @throws Exception if it failed; a finding, unless {@link #free} was called
   */
  default void idle() throws Exception {
    throw new UnsupportedOperationException("idle");
  }

  /**
   * Asks the session what it knows of its connection, by all its getters that end in the TLS stack:
   * the handshake status, the session, the protocol, the peer. Called only if the adapter has
   * {@link Hook#STATUS}, by any thread.
   *
   * @throws UnsupportedOperationException unless it is overridden
   * @throws Exception if it failed; a finding, unless {@link #free} was called
   */
  default void status() throws Exception {
    throw new UnsupportedOperationException("status");
  }

  /** An operation without parameters. */
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

  /** A session of three operations. It has no {@link #handshake} and no {@link #idle}. */
  static UserSession of(Sending send, Action receive, Action free) {
    return of(
        () -> {
          throw new UnsupportedOperationException("handshake");
        },
        send,
        receive,
        free);
  }

  /** A session of four operations. It has no {@link #idle}. */
  static UserSession of(Action handshake, Sending send, Action receive, Action free) {
    return new ComposedSession(handshake, send, receive, free);
  }
}
