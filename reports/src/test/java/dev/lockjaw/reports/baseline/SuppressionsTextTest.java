package dev.lockjaw.reports.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.reports.results.Suppression;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionsTextTest {
  private static final Finding FINDING =
      finding(FindingKind.LOCK_ORDER_INVERSION, "a.C.one:3 a.C.run:9", "0x64e50 aeMain main start");

  private static Finding finding(FindingKind kind, String... stacks) {
    return new Finding(
        kind,
        "a takes x while it holds y",
        Arrays.stream(stacks).map(SuppressionsTextTest::thread).toList(),
        null);
  }

  private static ThreadEvidence thread(String stack) {
    return new ThreadEvidence(
        "thread " + stack.length(),
        "waits",
        List.of(),
        null,
        Arrays.stream(stack.split(" ")).map(SuppressionsTextTest::frame).toList());
  }

  private static StackTraceElement frame(String text) {
    String[] parts = text.split(":");
    int dot = parts[0].lastIndexOf('.');
    return new StackTraceElement(
        dot < 0 ? "" : parts[0].substring(0, dot),
        parts[0].substring(dot + 1),
        "C.java",
        parts.length > 1 ? Integer.parseInt(parts[1]) : -1);
  }

  @Test
  void anEntryReadsWell() {
    assertThat(SuppressionsText.of(List.of(FINDING, FINDING)))
        .startsWith("# Findings of `lockjaw watch` that are known")
        .endsWith(
            """

            # a takes x while it holds y.
            lock-order-inversion
              thread: a.C.one < a.C.run
              thread: ? < aeMain < main
            """)
        .containsOnlyOnce("lock-order-inversion");
  }

  @Test
  void whatIsWrittenMatchesTheFindingWithOtherLinesAndAddresses() {
    List<Suppression> read = SuppressionsText.parse("known", SuppressionsText.of(List.of(FINDING)));
    assertThat(read).hasSize(1);
    FindingKind kind = FindingKind.LOCK_ORDER_INVERSION;
    assertThat(read.get(0).matches(FINDING)).isTrue();
    assertThat(read.get(0).matches(finding(kind, "0x1 aeMain main", "a.C.one:4 a.C.run"))).isTrue();
    assertThat(read.get(0).matches(finding(kind, "0x1 aeMain main", "a.C.two:4 a.C.run")))
        .isFalse();
    assertThat(read.get(0).matches(finding(kind, "a.C.one:3 a.C.run:9"))).isFalse();
    assertThat(
            read.get(0)
                .matches(finding(FindingKind.DEADLOCK, "a.C.one a.C.run", "0x1 aeMain main")))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lock-order-inversoin;thread: f | line 1 has 'lock-order-inversoin'
          thread: f                     | line 1 has a thread before the first kind of finding
          double-lock;;deadlock;thread: f | line 1 has a kind of finding without a thread
          """)
  void aBadFileIsOneClearLine(String text, String message) {
    assertThatThrownBy(() -> SuppressionsText.parse("known", text.replace(';', '\n')))
        .isInstanceOf(MalformedBaselineException.class)
        .hasMessageContaining("known is no file of suppressions: " + message)
        .hasMessageNotContaining("\n");
  }
}
