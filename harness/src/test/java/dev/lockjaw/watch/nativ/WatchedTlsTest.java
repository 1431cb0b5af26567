package dev.lockjaw.watch.nativ;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS sessions of real C programs on OpenSSL and on mbedTLS. */
class WatchedTlsTest {
  @TempDir private static Path folder;
  private static NativeProgram openSsl;
  private static NativeProgram mbedTls;

  @BeforeAll
  static void compile() throws Exception {
    openSsl = NativeProgram.compiled(folder, "openssl", "-lssl", "-lcrypto");
    mbedTls = NativeProgram.compiled(folder, "mbedtls", "-lmbedtls", "-lmbedx509", "-lmbedcrypto");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          free-none      | FREE_IN_USE      | writes, frees_it
          free-published | FREE_IN_USE      | writes, frees_it
          duplex         | CONCURRENT_ENTRY | reads, writes_beside
          reread-locked  | CONCURRENT_ENTRY | reads, reads
          """)
  void twoThreadsInOneSessionOfOpenSslAreNamed(String mode, FindingKind kind, String functions)
      throws Exception {
    NativeProgram.Watched run = openSsl.watch(false, mode);
    assertThat(run.exitCode()).isZero();
    assertThat(run.findings()).extracting(Finding::kind).containsExactly(kind);
    assertThat(outermost(run.findings().get(0))).containsExactlyInAnyOrder(functions.split(", "));
  }

  @ParameterizedTest
  @CsvSource({"free-locked", "duplex-locked", "answer-locked", "again"})
  void aLockedSessionOfOpenSslIsSilent(String mode) throws Exception {
    NativeProgram.Watched run = openSsl.watch(false, mode);
    assertThat(run.exitCode()).isZero();
    assertThat(run.findings()).isEmpty();
    assertThat(run.losses().processes()).isOne();
  }

  @Test
  void aPingFromInsideTheReadIsNamedBeforeTheThreadSleepsForever() throws Exception {
    NativeProgram.Watched run = mbedTls.watch(true, "plain");
    assertThat(run.findings()).extracting(Finding::kind).containsExactly(FindingKind.DOUBLE_LOCK);
    ThreadEvidence thread = run.findings().get(0).threads().get(0);
    assertThat(WatchedLocksTest.functions(thread.stack()))
        .startsWith("session_send", "ping", "on_idle", "wire_receive")
        .endsWith("reader");
    assertThat(WatchedLocksTest.functions(thread.held().get(0).since())).containsExactly("reader");
  }

  @Test
  void theRecursiveFixLeavesAnInversion() throws Exception {
    NativeProgram.Watched run = mbedTls.watch(false, "recursive");
    assertThat(run.exitCode()).isZero();
    assertThat(run.findings())
        .extracting(Finding::kind)
        .containsExactly(FindingKind.LOCK_ORDER_INVERSION);
    Finding finding = run.findings().get(0);
    assertThat(outermost(finding)).containsExactlyInAnyOrder("reader", "sender");
    assertThat(finding.message()).containsOnlyOnce(" in a callback of TLS while it holds lock");
  }

  @Test
  void aPingAfterTheReadIsSilent() throws Exception {
    NativeProgram.Watched run = mbedTls.watch(false, "deferred");
    assertThat(run.exitCode()).isZero();
    assertThat(run.findings()).isEmpty();
    assertThat(run.losses().processes()).isOne();
  }

  /** The function in which each thread of a finding began. */
  private static List<String> outermost(Finding finding) {
    List<String> functions = new ArrayList<>();
    for (ThreadEvidence thread : finding.threads()) {
      assertThat(thread.stack()).isNotEmpty();
      functions.add(thread.stack().get(thread.stack().size() - 1).getMethodName());
    }
    return functions;
  }
}
