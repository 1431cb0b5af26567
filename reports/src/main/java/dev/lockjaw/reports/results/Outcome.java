package dev.lockjaw.reports.results;

import dev.lockjaw.explain.Style;

/** How what a cell came to compares with what was expected of it. */
public enum Outcome {
  /** Nothing was found, as expected. */
  PASSED,
  /** Nothing was found in any interleaving within the bound, where something was expected. */
  GONE,
  /** Nothing was found, but there was no time for all interleavings: neither good nor bad. */
  CUT_SHORT,
  /** Nothing was found where something was expected, in a mode that proves no absence. */
  UNSEEN,
  /** Something was found, of a kind that is known. */
  FAILED_AS_EXPECTED,
  /** Something was found that is not known. */
  FAILED,
  /** Not run. */
  SKIPPED,
  /** The tool failed at it. */
  ERROR;

  /** Whether it is to be pointed out as other than expected. */
  public boolean unexpected() {
    return this == FAILED || this == GONE;
  }

  /** Sets a text off as this outcome deserves. */
  public String paint(Style style, String text) {
    return switch (this) {
      case PASSED -> style.good(text);
      case GONE, UNSEEN, FAILED_AS_EXPECTED, CUT_SHORT -> style.known(text);
      case FAILED, ERROR -> style.bad(text);
      case SKIPPED -> style.dim(text);
    };
  }
}
