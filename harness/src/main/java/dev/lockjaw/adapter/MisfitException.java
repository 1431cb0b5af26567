package dev.lockjaw.adapter;

import org.apiguardian.api.API;

/**
 * A session can't be had of what there is: the transport has no engine, say, or a library knows
 * only clients. Thrown when a session is opened; the cell is then skipped.
 */
@API(status = API.Status.STABLE)
public final class MisfitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message why, a clause; it is the reason in reports
   */
  public MisfitException(String message) {
    super(message);
  }
}
