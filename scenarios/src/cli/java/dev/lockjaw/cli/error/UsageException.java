package dev.lockjaw.cli.error;

/** The command line is wrong. The message says why and what to do instead. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }
}
