package dev.lockjaw.result;

import java.util.Locale;
import org.apiguardian.api.API;

/** What a cell came to. */
@API(status = API.Status.STABLE)
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
