package dev.lockjaw.reports.results;

import dev.lockjaw.explain.Text;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Verdict;
import java.util.List;

/** What a cell came to, and what was expected of it: a line of the results. */
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
    return conclusive() ? Outcome.GONE : Outcome.UNSEEN;
  }

  /** The findings that are not expected. */
  public List<Finding> news() {
    return result.findings().stream().filter(finding -> !expected.allows(finding.kind())).toList();
  }

  /** Whether it was run, and ended before all interleavings within the bound had been. */
  public boolean cutShort() {
    return explored()
        && !result.exhausted()
        && (result.verdict() == Verdict.PASS || result.verdict() == Verdict.FAIL);
  }

  /** Whether it was cut short because the time was up. */
  public boolean cutByBudget() {
    return cutShort() && reason().startsWith("cut short by the budget");
  }

  /** Whether the time was up before it was begun. */
  public boolean notReached() {
    return result.verdict() == Verdict.SKIPPED && reason().startsWith("not reached");
  }

  /** Whether it is still to be run to its end: it was broken off, its time was up, or it failed. */
  public boolean unfinished() {
    return result.verdict() == Verdict.ERROR
        || reason().startsWith("interrupted")
        || (result.verdict() == Verdict.SKIPPED
            && (notReached() || reason().startsWith("cut short by the budget")));
  }

  /** Interleavings a second, of the one job that ran it; 0 if it wasn't run. */
  public double schedulesPerSecond() {
    return result.elapsedMs() > 0 ? result.schedules() * 1000 / result.elapsedMs() : 0;
  }

  /** The cell without its TLS version, for people. */
  public String shortName() {
    return Text.clean(result.scenario() + '/' + result.strategy() + '/' + result.transport());
  }

  /** Whether it was explored, by us or by Lincheck: it comes to the same every time. */
  public boolean conclusive() {
    return explored() || result.mode().equals("lincheck");
  }

  public boolean explored() {
    return result.mode().equals(Mode.EXPLORE.id());
  }

  private String reason() {
    return result.reason() == null ? "" : result.reason();
  }
}
