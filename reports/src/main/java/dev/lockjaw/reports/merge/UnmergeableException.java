package dev.lockjaw.reports.merge;

import dev.lockjaw.explain.Text;

/** The results do not belong together. The message is one line for the user. */
public final class UnmergeableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnmergeableException(String message) {
    super(Text.clean(message));
  }
}
