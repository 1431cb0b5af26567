package dev.lockjaw.assertj;

import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.Style;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about the result of a cell. Each fails if the cell was skipped or ended in an error.
 */
@API(status = API.Status.STABLE)
public final class CellResultAssert extends AbstractAssert<CellResultAssert, CellResult> {
  private static final int WIDTH = 100;

  CellResultAssert(CellResult actual) {
    super(actual, CellResultAssert.class);
  }

  /**
   * Verifies that nothing was found.
   *
   * @throws AssertionError that explains each finding
   */
  public CellResultAssert hasNoFindings() {
    wasRun();
    if (!actual.findings().isEmpty()) {
      failWithMessage(
          "%nExpecting %s to have no findings, and it has%n%n%s",
          actual.id().text(), explanation());
    }
    return this;
  }

  /**
   * Verifies that every interleaving within the bound was run.
   *
   * @throws AssertionError with the reason why the cell ended early
   */
  public CellResultAssert isExhausted() {
    wasRun();
    if (!actual.extent().exhausted()) {
      failWithMessage(
          "%nExpecting all interleavings of %s with at most %s preemptions to have been run, and"
              + " only %s were: %s",
          actual.id().text(),
          actual.extent().preemptions(),
          actual.counts().schedules(),
          actual.ending().text());
    }
    return this;
  }

  /**
   * Verifies that the cell has a finding of a kind.
   *
   * @return assertions about the first such finding
   * @throws AssertionError that explains the other findings, if there are any
   */
  public FindingAssert failsWith(FindingKind kind) {
    wasRun();
    List<Finding> found =
        actual.findings().stream().filter(finding -> finding.kind() == kind).toList();
    if (found.isEmpty()) {
      failWithMessage(
          "%nExpecting %s to show a %s, and it shows %s",
          actual.id().text(),
          kind.id(),
          actual.findings().isEmpty() ? "nothing" : "%n%n".formatted() + explanation());
    }
    return new FindingAssert(found.get(0));
  }

  private void wasRun() {
    isNotNull();
    if (actual.verdict() == Verdict.SKIPPED || actual.verdict() == Verdict.ERROR) {
      failWithMessage(
          "%nExpecting %s to have been run, and it is %s: %s",
          actual.id().text(), actual.verdict().id(), actual.ending().text());
    }
  }

  private String explanation() {
    return Explanation.of(actual, token -> List.of("  " + token), WIDTH, Style.PLAIN)
        .lines()
        .collect(Collectors.joining("\n"));
  }
}
