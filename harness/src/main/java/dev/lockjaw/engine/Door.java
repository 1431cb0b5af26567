package dev.lockjaw.engine;

import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
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

  /** Called inside of a call that may seal data, before it does. */
  default void carries(ByteBuffer plaintext) {}

  /** What the handshake needs next, as a call or a query has answered. */
  default void handshake(HandshakeStatus status) {}

  /**
   * The caller has asked for a delegated task.
   *
   * @param some whether there is one
   */
  default void taskTaken(boolean some) {}

  /** A query that goes through the door. */
  default <T> T query(Supplier<T> query) {
    try (Pass pass = ask(Call.STATUS)) {
      Action<T, RuntimeException> asked = query::get;
      return pass.perform(asked, () -> false);
    }
  }

  /**
   * A part of a call.
   *
   * @param <T> what it returns
   * @param <E> what it throws
   */
  @FunctionalInterface
  interface Action<T, E extends Exception> {
    T run() throws E;
  }

  /** The same without a result. */
  @FunctionalInterface
  interface Step<E extends Exception> {
    void run() throws E;
  }

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

    /**
     * Does what the caller was let in for, and reports how it ends.
     *
     * @param established whether the engine has produced plaintext; asked if the action fails
     */
    default <T, E extends Exception> T perform(Action<T, E> action, BooleanSupplier established)
        throws E {
      try {
        T result = action.run();
        done();
        return result;
      } catch (RuntimeException thrown) {
        threw(thrown);
        throw thrown;
      } catch (Exception failed) {
        failed(failed, established.getAsBoolean());
        throw failed;
      }
    }

    /** The same of an action without a result. */
    default <E extends Exception> void perform(Step<E> step, BooleanSupplier established) throws E {
      Action<Void, E> action =
          () -> {
            step.run();
            return null;
          };
      perform(action, established);
    }

    @Override
    void close();
  }
}
