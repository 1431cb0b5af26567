package dev.lockjaw.process;

import dev.lockjaw.result.CellResult;

/**
 * What came of giving a cell to a worker.
 *
 * @param result what it answered; null if it died
 * @param death what of; null if it lives, and so are the rest
 * @param last what it had written down
 * @param report name of the file with the JVM's report, or null
 * @param nanos from the beginning to that
 */
record Attempt(CellResult result, Death death, Logbook.Entry last, String report, long nanos) {
  static Attempt survived(CellResult result) {
    return new Attempt(result, null, null, null, 0);
  }

  /** Whether the native stack is held responsible: for a hang only where it was let be misused. */
  boolean blamesTheStack(boolean letCrash) {
    return last.begun() > 0 && (death.isCrash() || death.cause() == Death.Cause.HUNG && letCrash);
  }
}
