package dev.lockjaw.compare;

import java.util.List;

/** Names of what gives verdicts: the modes of results. */
public final class Tool {
  /** Every interleaving within a bound. */
  public static final String EXPLORE = "explore";

  /** All of them, in the order in which they are shown. */
  public static final List<String> ALL = List.of(EXPLORE, "stress", "lincheck", "jcstress");

  private Tool() {}
}
