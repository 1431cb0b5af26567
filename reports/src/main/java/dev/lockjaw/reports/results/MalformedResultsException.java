package dev.lockjaw.reports.results;

import dev.lockjaw.explain.Text;

/** A file is not a results file. The message is one line for people: what is wrong with it. */
public final class MalformedResultsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedResultsException(String message) {
    super(Text.clean(message));
  }
}
