package dev.lockjaw.result;

/** A text is not a replay token. The message is one line for people: what is wrong with it. */
public final class MalformedTokenException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MalformedTokenException(String message) {
    super(message);
  }
}
