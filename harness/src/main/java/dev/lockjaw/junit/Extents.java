package dev.lockjaw.junit;

import dev.lockjaw.explain.Text;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Verdict;

/** How far an exploration without a finding has come. */
final class Extents {
  private Extents() {}

  /** Whether a result is that of an exploration or a stress without a finding. */
  static boolean matters(CellResult result) {
    return result.verdict() == Verdict.PASS && result.mode() != Mode.REPLAY;
  }

  /** Such as {@code exhaustive: 29 schedules, at most 2 preemptions}. */
  static String text(CellResult result) {
    if (result.mode() == Mode.STRESS) {
      return "stress: "
          + Text.count(result.counts().schedules(), "iteration")
          + " without a finding, which proves no absence";
    }
    String schedules = Text.count(result.counts().schedules(), "schedule");
    String bound = "at most " + Text.count(result.extent().preemptions(), "preemption");
    return result.extent().exhausted()
        ? "exhaustive: " + schedules + ", " + bound + atRandom(result)
        : "not exhaustive: "
            + schedules
            + ", "
            + bound
            + atRandom(result)
            + "; "
            + result.ending().text();
  }

  private static String atRandom(CellResult result) {
    long random = result.counts().random();
    return random == 0 ? "" : ", of which " + Text.count(random, "schedule") + " at random";
  }

  /** Whether there was no time for a single schedule. */
  static boolean outOfTime(CellResult result) {
    return result.ending().is(EndingKind.BUDGET) || result.ending().is(EndingKind.NOT_REACHED);
  }

  /**
   * Whether the exploration stopped before its end. If some interleavings only could not be
   * followed, it did not stop.
   */
  static boolean cutShort(CellResult result) {
    return result.mode() == Mode.EXPLORE
        && !result.extent().exhausted()
        && !result.ending().is(EndingKind.NOT_FOLLOWED);
  }
}
