package dev.lockjaw.result;

/** A text is not a replay token; the message says what is wrong with it, for the user. */
public final class MalformedTokenException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MalformedTokenException(String message) {
    super(message);
  }
}
