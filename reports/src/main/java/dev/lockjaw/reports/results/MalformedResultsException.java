package dev.lockjaw.reports.results;

import dev.lockjaw.explain.Text;

/** A file is not one of results; the message says what is wrong with it, for the user. */
public final class MalformedResultsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedResultsException(String message) {
    super(Text.clean(message));
  }
}
