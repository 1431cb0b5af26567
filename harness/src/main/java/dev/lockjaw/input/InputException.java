package dev.lockjaw.input;

/** What a user gave cannot be used. The message is one line for the user. */
public final class InputException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }
}
