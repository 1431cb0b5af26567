package dev.lockjaw.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.Culprit;
import dev.lockjaw.arena.Escape;
import dev.lockjaw.monitor.Findings;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.session.CallbackException;
import dev.lockjaw.sync.DoubleLockException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EscapeOracleTest {
  private final Findings findings = new Findings();

  private void judge(Throwable exception) {
    new EscapeOracle().judge(EndedRun.of(findings, new Escape("reader", exception, 3)));
  }

  private void assertJudged(FindingKind kind) {
    assertThat(findings.sightings()).extracting(Sighting::kind).containsExactly(kind);
    assertThat(findings.sightings().get(0).step()).isEqualTo(3);
    assertThat(findings.sightings().get(0).evidence().message()).contains("reader");
    assertThat(findings.sightings().get(0).evidence().threads().get(0).stack()).isNotEmpty();
  }

  private void foundBefore() {
    findings.report(FindingKind.USE_AFTER_FREE, "before", 1, false, () -> null);
  }

  @Test
  void aNullDereferenceIsAFindingOfItsOwn() {
    judge(new NullPointerException("endpoint"));
    assertJudged(FindingKind.NULL_DEREFERENCE);
    assertThat(findings.sightings().get(0).evidence().exception())
        .isEqualTo("java.lang.NullPointerException: endpoint");
  }

  @Test
  void theThreadBehindANullIsShownBesideTheVictim() {
    ThreadEvidence freer =
        new ThreadEvidence("freer", "set it to null", List.of(), null, List.of());
    Culprit culprit = new Culprit("used it", "reader used it, which freer had set to null", freer);
    new EscapeOracle()
        .judge(EndedRun.of(findings, new Escape("reader", new NullPointerException(), 3, culprit)));
    assertJudged(FindingKind.NULL_DEREFERENCE);
    Finding finding = findings.sightings().get(0).evidence();
    assertThat(finding.message()).isEqualTo("reader used it, which freer had set to null");
    assertThat(finding.threads())
        .extracting(ThreadEvidence::name)
        .containsExactly("reader", "freer");
  }

  @Test
  void aNullDereferenceCountsBesideOtherFaults() {
    foundBefore();
    judge(new NullPointerException());
    assertThat(findings.sightings())
        .extracting(Sighting::kind)
        .containsExactly(FindingKind.USE_AFTER_FREE, FindingKind.NULL_DEREFERENCE);
  }

  @Test
  void anIoExceptionIsABrokenConnection() {
    judge(new IOException("bad record"));
    assertJudged(FindingKind.RECORD_CORRUPTION);
  }

  @Test
  void aWrappedIoExceptionIsABrokenConnection() {
    judge(new UncheckedIOException(new IOException("bad record")));
    assertJudged(FindingKind.RECORD_CORRUPTION);
  }

  @Test
  void anyOtherExceptionIsAnEscapedException() {
    judge(new IllegalStateException("no"));
    assertJudged(FindingKind.ESCAPED_EXCEPTION);
  }

  @Test
  void anExceptionAfterAnotherFaultIsNotCounted() {
    foundBefore();
    judge(new IllegalStateException("no"));
    judge(new IOException("bad record"));
    assertThat(findings.sightings()).hasSize(1);
  }

  @Test
  void aDoubleLockIsReportedWhereItHappens() {
    judge(new DoubleLockException("S"));
    assertThat(findings.sightings()).isEmpty();
  }

  @Test
  void whatTheScenariosCallbackThrewIsNoFault() {
    judge(new CallbackException());
    judge(new UncheckedIOException(new IOException(new CallbackException())));
    judge(new IllegalStateException("delivery failed", new CallbackException()));
    assertThat(findings.sightings()).isEmpty();
  }
}
