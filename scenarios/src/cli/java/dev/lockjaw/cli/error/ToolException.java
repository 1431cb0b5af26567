package dev.lockjaw.cli.error;

/** Something that Lockjaw needs is not there or does not work; the message is for the user. */
public final class ToolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ToolException(String message) {
    super(message);
  }
}
