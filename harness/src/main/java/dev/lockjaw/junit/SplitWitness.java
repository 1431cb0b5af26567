package dev.lockjaw.junit;

import dev.lockjaw.arena.Escape;
import dev.lockjaw.run.FinishedRun;
import dev.lockjaw.run.Oracle;
import java.util.ServiceConfigurationError;

/**
 * Notes when sessions end in what can come of there being two classes of one name, the user's own
 * and its woven copy. It reports nothing.
 */
final class SplitWitness implements Oracle {
  private volatile String seen;

  /** The first such exception, as text; null if there was none. */
  String seen() {
    return seen;
  }

  @Override
  public void judge(FinishedRun run) {
    for (Escape escape : run.escapes()) {
      Throwable thrown = escape.exception();
      boolean split =
          thrown instanceof LinkageError
              || thrown instanceof ClassCastException
              || thrown instanceof ArrayStoreException
              || thrown instanceof ServiceConfigurationError;
      if (split && seen == null) {
        seen = thrown.toString();
      }
    }
  }
}
