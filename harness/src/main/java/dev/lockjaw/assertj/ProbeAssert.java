package dev.lockjaw.assertj;

import dev.lockjaw.probe.Probe;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/** What a probe is to have found. One through which no call went has judged nothing, and fails. */
@API(status = API.Status.STABLE)
public final class ProbeAssert extends AbstractAssert<ProbeAssert, Probe> {
  ProbeAssert(Probe actual) {
    super(actual, ProbeAssert.class);
  }

  /** Something went through it, and nothing was found. */
  public ProbeAssert hasNoFindings() {
    wasUsed();
    if (!actual.findings().isEmpty()) {
      failWithMessage("%nExpecting the %s to have found nothing%n%n%s", actual, text());
    }
    return this;
  }

  /** It has a finding of that kind, which is what is returned. */
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
