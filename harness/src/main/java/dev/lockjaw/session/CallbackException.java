package dev.lockjaw.session;

import org.apiguardian.api.API;

/**
 * Thrown by the receive callback of a scenario, on purpose: applications' callbacks have bugs. A
 * session may pass it on, keep it, or close. It must not keep a lock, and it must not stop serving
 * other threads without an answer.
 */
@API(status = API.Status.STABLE)
public final class CallbackException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CallbackException() {
    super("thrown by the callback of the scenario");
  }

  /** Whether an exception is one of these, or was caused by one. */
  public static boolean caused(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof CallbackException) {
        return true;
      }
    }
    return false;
  }
}
