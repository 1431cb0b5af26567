package dev.lockjaw.watch.nativ;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Locks of real C programs, in runs in which nothing goes wrong. */
class WatchedLocksTest {
  private static final int OWN_EXIT_CODE = 7;

  @TempDir private static Path folder;
  private static NativeProgram program;

  @BeforeAll
  static void compile() throws Exception {
    program = NativeProgram.compiled(folder, "locks");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          inversion | LOCK_ORDER_INVERSION
          fork      | LOCK_ORDER_INVERSION
          exec      | LOCK_ORDER_INVERSION
          heap      | LOCK_ORDER_INVERSION
          stack     | LOCK_ORDER_INVERSION
          signalled-again | LOCK_ORDER_INVERSION
          io        | BLOCKED_IO_UNDER_LOCK
          wait      | WAIT_UNDER_LOCK
          """)
  void whatCanGoWrongIsReported(String mode, FindingKind kind) throws Exception {
    NativeProgram.Watched run = program.watch(false, mode);
    assertThat(run.exitCode()).isEqualTo(OWN_EXIT_CODE);
    assertThat(run.findings()).extracting(Finding::kind).containsExactly(kind);
    assertThat(run.findings().get(0).threads())
        .hasSize(2)
        .allSatisfy(thread -> assertThat(thread.stack()).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gate",
        "try",
        "reuse",
        "heap-again",
        "stack-again",
        "joined",
        "signalled",
        "io-outside",
        "wait-alone"
      })
  void whatCanNotGoWrongIsNotReported(String mode) throws Exception {
    NativeProgram.Watched run = program.watch(false, mode);
    assertThat(run.exitCode()).isEqualTo(OWN_EXIT_CODE);
    assertThat(run.findings()).isEmpty();
    assertThat(run.losses().events()).isZero();
    assertThat(run.losses().processes()).isOne();
  }

  @Test
  void anInversionHasTheStacksOfBothOrders() throws Exception {
    Finding finding = program.watch(false, "inversion").findings().get(0);
    assertThat(finding.threads())
        .extracting(thread -> functions(thread.stack()))
        .containsExactlyInAnyOrder(
            List.of("take", "forwards", "forwards_then"),
            List.of("take", "backwards", "then_backwards"));
    for (ThreadEvidence thread : finding.threads()) {
      assertThat(thread.held()).hasSize(1);
      assertThat(functions(thread.held().get(0).since())).startsWith("take");
      assertThat(thread.stack()).allMatch(frame -> "locks.c".equals(frame.getFileName()));
      assertThat(thread.stack()).allMatch(frame -> frame.getLineNumber() > 0);
    }
  }

  @Test
  void aKilledProgramLosesNoEvent() throws Exception {
    NativeProgram.Watched run = program.watch(false, "killed");
    assertThat(run.exitCode()).isEqualTo(128 + 9);
    assertThat(run.findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.LOCK_ORDER_INVERSION);
    assertThat(run.losses().killed()).isOne();
  }

  static List<String> functions(List<StackTraceElement> stack) {
    return stack.stream().map(StackTraceElement::getMethodName).toList();
  }
}
