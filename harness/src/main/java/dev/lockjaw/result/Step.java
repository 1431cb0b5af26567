package dev.lockjaw.result;

import java.io.Serializable;
import org.apiguardian.api.API;

/**
 * One step of an interleaving.
 *
 * @param thread the name of the thread that moved
 * @param act what it did
 */
@API(status = API.Status.STABLE)
public record Step(String thread, Act act) implements Serializable {
  /** A step of which only the wording is known. */
  public Step(String thread, String action) {
    this(thread, Act.other(action));
  }

  /** What the thread did, as a reader sees it. */
  public String action() {
    return act.wording();
  }
}
