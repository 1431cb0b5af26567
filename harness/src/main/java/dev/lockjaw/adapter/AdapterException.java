package dev.lockjaw.adapter;

import dev.lockjaw.explain.Causes;

/** A session adapter failed before the threads of a scenario began. The fault is not Lockjaw's. */
public final class AdapterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param failure what the adapter could not do, as a clause; the causes are appended
   */
  AdapterException(String failure, Throwable cause) {
    super(failure + ": " + Causes.text(cause), cause);
  }
}
