package dev.lockjaw.reports.baseline;

import dev.lockjaw.explain.Text;

/** A text is not a baseline. The message names the wrong line and what is wrong, for the user. */
public final class MalformedBaselineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedBaselineException(String message) {
    super(Text.clean(message));
  }
}
