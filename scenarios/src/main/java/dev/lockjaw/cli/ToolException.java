package dev.lockjaw.cli;

/** Something that Lockjaw needs is not there or does not work; the message is for the user. */
final class ToolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ToolException(String message) {
    super(message);
  }
}
