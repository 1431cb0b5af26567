package dev.lockjaw.assertj;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Step;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LockjawAssertionsTest {
  private static final ThreadEvidence WORKER =
      new ThreadEvidence(
          "worker",
          "waits for S",
          List.of(new Held("S", stack("receive")), new Held("T", List.of())),
          "S",
          stack("send"));

  private static final Finding DOUBLE_LOCK =
      new Finding(
              FindingKind.DOUBLE_LOCK,
              "worker asked for S, which it already holds",
              List.of(WORKER),
              null)
          .shownBy("LJ1/token", List.of(new Step("worker", "lock S")));

  private static final CellResult FAILED = result(Verdict.FAIL, true, null, DOUBLE_LOCK);
  private static final CellResult PASSED = result(Verdict.PASS, true, null);

  private static List<StackTraceElement> stack(String method) {
    return List.of(new StackTraceElement("com.example.Link", method, "Link.java", 7));
  }

  private static CellResult result(
      Verdict verdict, boolean exhausted, String reason, Finding... findings) {
    return new CellResult(
        new CellId("send-order", "Mine", "jsse", "tls1.2"),
        Mode.EXPLORE,
        verdict,
        new Extent(2, exhausted),
        Counts.of(9, findings.length),
        Times.elapsed(1).withConnect(1),
        0,
        List.of(findings),
        new Ending(reason == null ? EndingKind.COMPLETE : EndingKind.BUDGET, reason));
  }

  private static void fails(ThrowingCallable assertion, String message) {
    assertThatThrownBy(assertion)
        .isInstanceOf(AssertionError.class)
        .hasMessage("%n".formatted() + message.replace("\n", System.lineSeparator()));
  }

  @Test
  void whatHoldsIsSilentAndGoesOn() {
    assertThat(PASSED).hasNoFindings().isExhausted();
    assertThat(FAILED)
        .isExhausted()
        .failsWith(FindingKind.DOUBLE_LOCK)
        .isOfKind(FindingKind.DOUBLE_LOCK)
        .hasMessageContaining("which it already holds")
        .onThread("worker")
        .wants("S")
        .holds("T")
        .heldSince("Link.receive")
        .heldSince("com.example.Link.receive")
        .isIn("Link.send");
    assertThat(DOUBLE_LOCK).onThread("worker");
  }

  @Test
  void findingsWhereNoneWereExpectedAreReported() {
    assertThatThrownBy(() -> assertThat(FAILED).hasNoFindings())
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "%nExpecting send-order/Mine/jsse/tls1.2 to have no findings, and it has%n%n"
                    .formatted()
                + "double-lock in send-order/Mine/jsse (TLS 1.2)")
        .hasMessageContaining("took S in")
        .hasMessageContaining("LJ1/token");
  }

  @Test
  void otherKindThanExpectedIsReported() {
    fails(
        () -> assertThat(PASSED).failsWith(FindingKind.DEADLOCK),
        "Expecting send-order/Mine/jsse/tls1.2 to show a deadlock, and it shows nothing");
    assertThatThrownBy(() -> assertThat(FAILED).failsWith(FindingKind.DEADLOCK))
        .hasMessageContaining("to show a deadlock, and it shows")
        .hasMessageContaining("double-lock in send-order/Mine/jsse");
    fails(
        () -> assertThat(DOUBLE_LOCK).isOfKind(FindingKind.STALL),
        "Expecting a stall, and it is a double-lock:\n  worker asked for S, which it already holds");
  }

  @Test
  void cellThatWasCutShortIsReported() {
    CellResult cut = result(Verdict.PASS, false, "cut short by the budget after 9 schedules");
    fails(
        () -> assertThat(cut).isExhausted(),
        "Expecting all interleavings of send-order/Mine/jsse/tls1.2 with at most 2 preemptions to"
            + " have been run, and only 9 were: cut short by the budget after 9 schedules");
  }

  @Test
  void cellThatWasNotRunSatisfiesNothing() {
    CellResult skipped = result(Verdict.SKIPPED, false, "no hook");
    fails(
        () -> assertThat(skipped).hasNoFindings(),
        "Expecting send-order/Mine/jsse/tls1.2 to have been run, and it is skipped: no hook");
    CellResult error = result(Verdict.ERROR, false, "it broke");
    fails(
        () -> assertThat(error).hasNoFindings(),
        "Expecting send-order/Mine/jsse/tls1.2 to have been run, and it is error: it broke");
    assertThatThrownBy(() -> assertThat((CellResult) null).hasNoFindings())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expecting actual not to be null");
  }

  @Test
  void otherMessageIsReported() {
    fails(
        () -> assertThat(DOUBLE_LOCK).hasMessageContaining("100 %s"),
        "Expecting the message of a double-lock to contain\n  100 %s\nand it is\n"
            + "  worker asked for S, which it already holds");
  }

  @Test
  void otherThreadsAreReported() {
    fails(
        () -> assertThat(DOUBLE_LOCK).onThread("reader"),
        "Expecting thread reader to have to do with a double-lock, and it is about [worker]:\n"
            + "  worker asked for S, which it already holds");
  }

  @Test
  void whatAThreadWantsHoldsAndIsInIsReported() {
    ThreadEvidenceAssert worker = assertThat(DOUBLE_LOCK).onThread("worker");
    fails(() -> worker.wants("T"), "Expecting thread worker to want T, and it wants S");
    fails(() -> worker.holds("U"), "Expecting thread worker to hold U, and it holds [S, T]");
    fails(
        () -> worker.heldSince("Link.close"),
        "Expecting thread worker to hold a lock since Link.close, and it holds\n"
            + "  S, taken in\n    com.example.Link.receive\n"
            + "  T, taken in an unknown place");
    fails(
        () -> worker.isIn("Link.close"),
        "Expecting thread worker to be in Link.close, and it is in\n    com.example.Link.send");
    Finding idle =
        new Finding(
            FindingKind.STALL,
            "stuck",
            List.of(new ThreadEvidence("idle", "waits", List.of(), null, List.of())),
            null);
    fails(
        () -> assertThat(idle).onThread("idle").heldSince("Link.close"),
        "Expecting thread idle to hold a lock since Link.close, and it holds nothing");
    fails(
        () -> assertThat(idle).onThread("idle").wants("S"),
        "Expecting thread idle to want S, and it wants nothing");
  }
}
