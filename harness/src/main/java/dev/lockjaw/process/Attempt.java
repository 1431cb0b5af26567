package dev.lockjaw.process;

import dev.lockjaw.result.CellResult;

/**
 * The outcome of one cell in one worker.
 *
 * @param result the worker's answer; null if it died
 * @param death how it died; null if it lives, as are the remaining components
 * @param last its last entry in the logbook
 * @param report file name of the JVM's crash report, or null
 * @param nanos nanoseconds from the start of the attempt to the death
 */
record Attempt(CellResult result, Death death, Logbook.Entry last, String report, long nanos) {
  static Attempt survived(CellResult result) {
    return new Attempt(result, null, null, null, 0);
  }

  /** Whether the native stack is to blame. A hang counts only if the guard was off. */
  boolean blamesTheStack(boolean letCrash) {
    return last.begun() > 0 && (death.isCrash() || death.cause() == Death.Cause.HUNG && letCrash);
  }
}
