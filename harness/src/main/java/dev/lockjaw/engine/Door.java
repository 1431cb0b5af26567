package dev.lockjaw.engine;

/** Every call of a probed engine or socket goes through a door. Any thread may call any method. */
@FunctionalInterface
public interface Door {
  /** Called before the call; may wait. The same thread closes the result after the call. */
  Pass enter(Call call);

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

    @Override
    void close();
  }
}
