package dev.lockjaw.adapter;

import org.apiguardian.api.API;

/**
 * No session can be made over a connection, because the transport has no engine, for example, or
 * the library has only clients. {@link SessionAdapter#open} throws it, and the cell is skipped.
 */
@API(status = API.Status.STABLE)
public final class MisfitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message why, as a clause; reports show it as the reason
   */
  public MisfitException(String message) {
    super(message);
  }
}
