package dev.lockjaw.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private final Findings findings = new Findings();

  private void report(FindingKind kind, String key, int step) {
    findings.report(kind, key, step, false, () -> null);
  }

  @Test
  void countsAFaultOnceAndKeepsTheFirst() {
    report(FindingKind.STALL, "a", 1);
    report(FindingKind.STALL, "a", 2);
    assertThat(findings.sightings()).extracting(Sighting::step).containsExactly(1);
  }

  @Test
  void tellsKindsAndKeysApart() {
    report(FindingKind.STALL, "a", 1);
    report(FindingKind.STALL, "b", 2);
    report(FindingKind.LEAK, "a", 3);
    assertThat(findings.sightings())
        .extracting(Sighting::signature)
        .containsExactly("stall a", "stall b", "leak a");
  }

  @Test
  void takesNothingWhileClosed() {
    report(FindingKind.STALL, "a", 1);
    findings.close();
    report(FindingKind.STALL, "b", 2);
    findings.reopen();
    report(FindingKind.STALL, "c", 3);
    assertThat(findings.sightings()).extracting(Sighting::key).containsExactly("a", "c");
  }

  @Test
  void worksOutEvidenceOnlyWhereItIsKept() {
    findings.report(
        FindingKind.LEAK,
        "a",
        1,
        false,
        () -> {
          throw new AssertionError("nobody asked");
        });
    Finding evidence = new Finding(FindingKind.LEAK, "b", List.of(), null);
    findings.report(FindingKind.LEAK, "b", 1, true, () -> evidence);
    assertThat(findings.sightings()).extracting(Sighting::evidence).containsExactly(null, evidence);
  }

  @Test
  void isEmptyAtFirst() {
    assertThat(findings.isEmpty()).isTrue();
    report(FindingKind.LEAK, "a", 1);
    assertThat(findings.isEmpty()).isFalse();
  }
}
