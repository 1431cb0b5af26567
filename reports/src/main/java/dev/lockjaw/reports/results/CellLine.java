package dev.lockjaw.reports.results;

import dev.lockjaw.explain.Text;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Verdict;
import java.util.List;

/** A line of the results: the result of a cell, and what was expected of it. */
public record CellLine(CellResult result, Expected expected) {

  /** How the two compare. */
  public Outcome outcome() {
    return switch (result.verdict()) {
      case SKIPPED -> Outcome.SKIPPED;
      case ERROR -> Outcome.ERROR;
      case FAIL ->
          news().isEmpty() && !result.findings().isEmpty()
              ? Outcome.FAILED_AS_EXPECTED
              : Outcome.FAILED;
      case PASS -> passed();
    };
  }

  private Outcome passed() {
    if (cutShort()) {
      return Outcome.CUT_SHORT;
    }
    if (expected.verdict() == Verdict.PASS) {
      return Outcome.PASSED;
    }
    return result.mode().conclusive() ? Outcome.GONE : Outcome.UNSEEN;
  }

  /** The findings that are not expected. */
  public List<Finding> news() {
    return result.findings().stream().filter(finding -> !expected.allows(finding)).toList();
  }

  /** Whether it was run, and ended before all interleavings within the bound were run. */
  public boolean cutShort() {
    return explored()
        && !result.extent().exhausted()
        && (result.verdict() == Verdict.PASS || result.verdict() == Verdict.FAIL);
  }

  /** Whether it was cut short because the time was over. */
  public boolean cutByBudget() {
    return cutShort() && result.ending().is(EndingKind.BUDGET);
  }

  /** Whether the time was over before it was begun. */
  public boolean notReached() {
    return result.verdict() == Verdict.SKIPPED && result.ending().is(EndingKind.NOT_REACHED);
  }

  /**
   * Whether a resumed run has to run it again: it was interrupted, its time was over before the
   * first run, or Lockjaw failed at it.
   */
  public boolean unfinished() {
    boolean noTime = notReached() || result.ending().is(EndingKind.BUDGET);
    return result.verdict() == Verdict.ERROR
        || result.ending().is(EndingKind.INTERRUPTED)
        || (result.verdict() == Verdict.SKIPPED && noTime);
  }

  /** Runs a second, of the one job that ran it; 0 if it was not run. */
  public double schedulesPerSecond() {
    double elapsedMs = result.times().elapsedMs();
    return elapsedMs > 0 ? result.counts().schedules() * 1000 / elapsedMs : 0;
  }

  /** The cell without its TLS version, for people. */
  public String shortName() {
    return Text.clean(result.id().brief());
  }

  private boolean explored() {
    return result.mode() == Mode.EXPLORE;
  }
}
