package dev.lockjaw.cli.error;

/** Something that Lockjaw needs is missing or does not work. The message is for the user. */
public final class ToolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ToolException(String message) {
    super(message);
  }
}
