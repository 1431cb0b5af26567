package dev.lockjaw.result;

import java.util.Locale;

/** What a cell came to. */
public enum Verdict {
  /** Nothing was found. */
  PASS,
  /** Something was found. */
  FAIL,
  /** It was not run; the reason says why. */
  SKIPPED,
  /** The tool failed at it; the reason says how. */
  ERROR;

  /** The name in results. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
