package dev.lockjaw.reports.results;

import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Verdict;

/**
 * Why a cell ended, for results that lack the field {@code ending}: those that 0.1.0-SNAPSHOT wrote
 * before the field was added. They say it in the text of {@code reason} alone. This is the only
 * class that decides by that text, and only by the beginnings that gate, merge and {@code --resume}
 * depend on. These texts are those of earlier versions, so they never change here.
 */
final class EarlierEnding {
  private EarlierEnding() {}

  /**
   * The kind of ending; {@link EndingKind#UNKNOWN} if nothing follows from it.
   *
   * @param reason may be null
   */
  static EndingKind of(Mode mode, Verdict verdict, String reason) {
    if (verdict == Verdict.ERROR) {
      return EndingKind.TOOL_FAILED;
    }
    if (reason == null) {
      return EndingKind.COMPLETE;
    }
    if (reason.startsWith("interrupted")) {
      return EndingKind.INTERRUPTED;
    }
    if (reason.startsWith("cut short by the budget")) {
      return EndingKind.BUDGET;
    }
    if (reason.startsWith("not reached")) {
      return EndingKind.NOT_REACHED;
    }
    boolean toolOfOthers = mode == Mode.JCSTRESS || mode == Mode.LINCHECK;
    return toolOfOthers && verdict != Verdict.SKIPPED // its reason says how far it went
        ? EndingKind.COMPLETE
        : EndingKind.UNKNOWN;
  }
}
