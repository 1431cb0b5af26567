package dev.lockjaw.reports;

import dev.lockjaw.explain.Text;
import dev.lockjaw.monitor.Finding;
import dev.lockjaw.run.CellResult;
import dev.lockjaw.run.Verdict;
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
      case PASS ->
          cutShort()
              ? Outcome.CUT_SHORT
              : expected.verdict() == Verdict.FAIL && explored() ? Outcome.GONE : Outcome.PASSED;
    };
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

  /** Interleavings a second, of the one job that ran it; 0 if it wasn't run. */
  public double schedulesPerSecond() {
    return result.elapsedMs() > 0 ? result.schedules() * 1000 / result.elapsedMs() : 0;
  }

  /** The cell without its TLS version, for people. */
  public String shortName() {
    return Text.clean(result.scenario() + '/' + result.strategy() + '/' + result.transport());
  }

  private boolean explored() {
    return result.mode().equals("explore");
  }

  private String reason() {
    return result.reason() == null ? "" : result.reason();
  }
}
