package dev.lockjaw.reports.results;

import dev.lockjaw.explain.Style;

/** How the verdict on a cell compares with the expected one. */
public enum Outcome {
  /** Nothing was found, as expected. */
  PASSED,
  /** A finding was expected, and no interleaving within the bound shows one. */
  GONE,
  /** Nothing was found, but not all interleavings were run. This is neither good nor bad. */
  CUT_SHORT,
  /** A finding was expected and not seen, in a mode in which a pass proves nothing. */
  UNSEEN,
  /** There are findings, all of expected kinds. */
  FAILED_AS_EXPECTED,
  /** There is an unexpected finding. */
  FAILED,
  /** The cell was not run. */
  SKIPPED,
  /** Lockjaw failed at the cell. */
  ERROR;

  /** Whether reports point it out as unexpected. */
  public boolean unexpected() {
    return this == FAILED || this == GONE;
  }

  /** A text in the colour of this outcome. */
  public String paint(Style style, String text) {
    return switch (this) {
      case PASSED -> style.good(text);
      case GONE, UNSEEN, FAILED_AS_EXPECTED, CUT_SHORT -> style.known(text);
      case FAILED, ERROR -> style.bad(text);
      case SKIPPED -> style.dim(text);
    };
  }
}
