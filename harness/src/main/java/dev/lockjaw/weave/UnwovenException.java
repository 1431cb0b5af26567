package dev.lockjaw.weave;

/** What was to be woven could not be. The message is a line for the user. */
public final class UnwovenException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public UnwovenException(String message) {
    super(message);
  }

  public UnwovenException(String message, Throwable cause) {
    super(message, cause);
  }
}
