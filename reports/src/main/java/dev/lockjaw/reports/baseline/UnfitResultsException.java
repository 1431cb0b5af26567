package dev.lockjaw.reports.baseline;

import dev.lockjaw.explain.Text;

/** The results can't support a verdict. The message is one line for the user. */
public final class UnfitResultsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnfitResultsException(String message) {
    super(Text.clean(message));
  }
}
