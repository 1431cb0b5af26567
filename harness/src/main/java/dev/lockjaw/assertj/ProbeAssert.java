package dev.lockjaw.assertj;

import dev.lockjaw.probe.Probe;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a probe. Each fails if no call has passed through the probe. */
@API(status = API.Status.STABLE)
public final class ProbeAssert extends AbstractAssert<ProbeAssert, Probe> {
  ProbeAssert(Probe actual) {
    super(actual, ProbeAssert.class);
  }

  /**
   * Verifies that calls have passed through the probe and nothing was found.
   *
   * @throws AssertionError that explains each finding
   */
  public ProbeAssert hasNoFindings() {
    wasUsed();
    if (!actual.findings().isEmpty()) {
      failWithMessage("%nExpecting the %s to have found nothing%n%n%s", actual, text());
    }
    return this;
  }

  /**
   * Verifies that the probe has a finding of a kind.
   *
   * @return assertions about the first such finding
   * @throws AssertionError that explains the other findings, if there are any
   */
  public FindingAssert failsWith(FindingKind kind) {
    wasUsed();
    List<Finding> found =
        actual.findings().stream().filter(finding -> finding.kind() == kind).toList();
    if (found.isEmpty()) {
      failWithMessage("%nExpecting the %s to have found a %s%n%n%s", actual, kind.id(), text());
    }
    return new FindingAssert(found.get(0));
  }

  private void wasUsed() {
    isNotNull();
    if (actual.seen().calls() == 0) {
      failWithMessage(
          "%nExpecting something to have gone through the %s: was its context handed over?",
          actual);
    }
  }

  private String text() {
    return actual.explanation().stripTrailing();
  }
}
