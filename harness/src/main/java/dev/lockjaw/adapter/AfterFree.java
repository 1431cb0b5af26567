package dev.lockjaw.adapter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

/** What an exception means that a session throws after its free was called. */
final class AfterFree {
  private AfterFree() {}

  /**
   * Whether it says that the session is closed. Any exception may, in a library's own way, except
   * for those with which the JDK reports a bug of its caller, such as NullPointerException.
   */
  static boolean saysClosed(Throwable thrown) {
    if (thrown instanceof CompletionException
        || thrown instanceof ExecutionException
        || thrown instanceof UndeclaredThrowableException) {
      return thrown.getCause() == null || saysClosed(thrown.getCause());
    }
    return thrown instanceof IOException
        || thrown instanceof UncheckedIOException
        || thrown instanceof IllegalStateException
        || thrown instanceof RejectedExecutionException
        || thrown instanceof Exception && !reportsBug(thrown);
  }

  private static boolean reportsBug(Throwable thrown) {
    return thrown instanceof RuntimeException
        && thrown.getClass().getModule() == Object.class.getModule();
  }
}
