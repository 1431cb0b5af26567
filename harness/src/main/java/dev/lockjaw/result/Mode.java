package dev.lockjaw.result;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/** The ways to run a cell. */
@API(status = API.Status.STABLE)
public enum Mode {
  /** Runs every interleaving within a bound, one thread at a time. */
  EXPLORE("interleaving", true),
  /** Runs threads freely, over and over. */
  STRESS("iteration", false),
  /** Runs a lock strategy under jcstress. */
  JCSTRESS("sample", false),
  /** Checks a lock strategy with Lincheck's model checker. */
  LINCHECK("invocation", true),
  /** Watches a program that runs as ever. */
  WATCH("run", false),
  /** Runs a single interleaving again. No results file holds a cell that was run this way. */
  REPLAY("interleaving", false);

  private final String unit;
  private final boolean conclusive;

  Mode(String unit, boolean conclusive) {
    this.unit = unit;
    this.conclusive = conclusive;
  }

  /** The mode with an id; empty if there is none. */
  public static Optional<Mode> named(String id) {
    return Arrays.stream(values()).filter(mode -> mode.id().equals(id)).findFirst();
  }

  /** The name on the command line and in results, such as {@code explore}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What this mode calls one run of a cell, in the singular. */
  public String unit() {
    return unit;
  }

  /** Whether a cell shows the same findings each time, so that a missing finding is gone. */
  public boolean conclusive() {
    return conclusive;
  }
}
