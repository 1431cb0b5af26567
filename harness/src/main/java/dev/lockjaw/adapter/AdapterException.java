package dev.lockjaw.adapter;

/** A session adapter failed before the threads of a scenario began. The fault is not Lockjaw's. */
public final class AdapterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AdapterException(String message, Throwable cause) {
    super(message, cause);
  }
}
