package dev.lockjaw.compare;

import java.util.List;

/** The names of the tools that give verdicts: the modes of results. */
public final class Tool {
  /** Every interleaving within a bound. */
  public static final String EXPLORE = "explore";

  /** All tools, in the order of display. */
  public static final List<String> ALL = List.of(EXPLORE, "stress", "lincheck", "jcstress");

  private Tool() {}
}
