package dev.lockjaw.result;

import java.util.Locale;

/** The ways to run a cell. */
public enum Mode {
  /** Every interleaving within a bound, one thread at a time. */
  EXPLORE,
  /** Threads run free, over and over. */
  STRESS;

  /** The name on the command line and in results. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
