package dev.lockjaw.session;

import dev.lockjaw.monitor.RefusedEntryException;
import dev.lockjaw.sync.DoubleLockException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.apiguardian.api.API;

/**
 * How a session refuses an operation: by an exception, each library in its own way. Any thread.
 *
 * <p>A send on a connection that may have broken meanwhile:
 *
 * <pre>{@code
 * void sendOnce(Stage stage, Traffic traffic) {
 *   stage.actor("writer", () -> Refusal.allow(() -> traffic.send("writer")));
 * }
 * }</pre>
 */
@API(status = API.Status.STABLE)
public final class Refusal {
  private Refusal() {}

  /**
   * Performs an operation that the session may refuse, because it is closed, its connection is
   * broken, or its callback has failed.
   *
   * @throws RuntimeException what the operation threw, if it reports a bug
   */
  public static void allow(Runnable operation) {
    try {
      operation.run();
    } catch (DoubleLockException | RefusedEntryException reported) {
      throw reported;
    } catch (RuntimeException thrown) {
      if (!is(thrown)) {
        throw thrown;
      }
    }
  }

  /**
   * Whether an exception is a refusal. Any exception may be one, except for those with which the
   * JDK reports a bug of its caller, such as NullPointerException. An exception that only wraps
   * another one is judged by that.
   */
  public static boolean is(Throwable thrown) {
    if (wraps(thrown)) {
      return thrown.getCause() == null || is(thrown.getCause());
    }
    return thrown instanceof IOException
        || thrown instanceof UncheckedIOException
        || thrown instanceof IllegalStateException
        || thrown instanceof RejectedExecutionException
        || thrown instanceof Exception && !reportsBug(thrown);
  }

  private static boolean wraps(Throwable thrown) {
    return thrown instanceof CompletionException
        || thrown instanceof ExecutionException
        || thrown instanceof UndeclaredThrowableException
        || thrown.getClass() == RuntimeException.class && thrown.getCause() != null;
  }

  private static boolean reportsBug(Throwable thrown) {
    return thrown instanceof RuntimeException
        && thrown.getClass().getModule() == Object.class.getModule();
  }
}
