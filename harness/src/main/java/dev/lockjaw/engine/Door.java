package dev.lockjaw.engine;

/**
 * Where every call goes through that is made of a probed engine or socket. Any number of threads.
 */
@FunctionalInterface
public interface Door {
  /** On the way in; may wait. What comes back is closed on the way out, on the same thread. */
  Pass enter(Call call);

  /** One call that is inside. */
  interface Pass extends AutoCloseable {
    /** For a call that nobody watches. */
    Pass UNWATCHED = () -> {};

    /** The call has come to its end, and not by an exception; may wait. */
    default void done() {}

    /**
     * The call ends by an exception.
     *
     * @param established whether plaintext has come out before
     */
    default void failed(Exception thrown, boolean established) {}

    @Override
    void close();
  }
}
