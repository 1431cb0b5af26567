package dev.lockjaw.engine;

import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/** Every call of a probed engine or socket goes through a door. Any thread may call any method. */
@FunctionalInterface
public interface Door {
  /** Called before the call; may wait. The same thread closes the result after the call. */
  Pass enter(Call call);

  /** Called before a call that only asks, or that the session's own monitor does not judge. */
  default Pass ask(Call call) {
    return Pass.UNWATCHED;
  }

  /** What the handshake needs next, as a call or a query has answered. */
  default void handshake(HandshakeStatus status) {}

  /**
   * The caller has asked for a delegated task.
   *
   * @param some whether there is one
   */
  default void taskTaken(boolean some) {}

  /** One call in progress. */
  interface Pass extends AutoCloseable {
    /** For a call that is not watched. */
    Pass UNWATCHED = () -> {};

    /** The call has consumed or produced bytes, or changed the handshake status. */
    default void progress() {}

    /** The call is about to return normally; may wait. */
    default void done() {}

    /**
     * The call ends with an exception.
     *
     * @param established whether the engine has produced plaintext before
     */
    default void failed(Exception thrown, boolean established) {}

    /** The call ends with an exception that is no failure of TLS. */
    default void threw(RuntimeException thrown) {}

    @Override
    void close();
  }
}
