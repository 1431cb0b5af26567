package dev.lockjaw.cli;

/** The command line can't be carried out as given; the message says why and what to do instead. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
