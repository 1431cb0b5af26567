package dev.lockjaw.result;

import java.util.Locale;
import org.apiguardian.api.API;

/** The verdict on a cell. */
@API(status = API.Status.STABLE)
public enum Verdict {
  /** Nothing was found. */
  PASS,
  /** Something was found. */
  FAIL,
  /** The cell was not run; the ending says why. */
  SKIPPED,
  /** Lockjaw failed at the cell; the ending says how. */
  ERROR;

  /** The name in results, such as {@code pass}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
