package dev.lockjaw.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.process.Death.Cause;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports of deaths that can't be produced on demand. */
class AutopsyTest {
  private static final String REPORT =
      """
      #
      #  SIGSEGV (0xb) at pc=0x00007feb, pid=17, tid=23
      #
      # Problematic frame:
      # C  [libcrypto.so.3+0x108b80]  BIO_test_flags+0x0
      #
      siginfo: si_signo: 11 (SIGSEGV), si_addr: 0x30

      Java frames: (J=compiled Java code, j=interpreted, Vv=VM code)
      j  a.b.LibSsl.SSL_read(JJI)I+0
      J 1445 c1 a.b.Session.read()V (12 bytes) @ 0x01 [0x02+0x03]

      ---------------  P R O C E S S  ---------------
      j  not.a.Frame()
      """;

  private static Death of(int exitCode, String stderr) {
    return Autopsy.of(exitCode, stderr, Optional.empty(), false);
  }

  @Test
  void aReportIsReadCompletely() {
    CrashReport report = CrashReport.parse(REPORT);
    assertThat(report.signal()).isEqualTo("SIGSEGV");
    assertThat(report.siginfo()).isEqualTo("si_signo: 11 (SIGSEGV), si_addr: 0x30");
    assertThat(report.function()).isEqualTo("BIO_test_flags");
    assertThat(report.nativeMethod()).isEqualTo("LibSsl.SSL_read");
    assertThat(report.javaFrames()).hasSize(2);
    assertThat(report.place()).contains("BIO_test_flags, called by LibSsl.SSL_read");
  }

  @Test
  void aTruncatedReportIsReadAsFarAsItGoes() {
    for (int end = 0; end <= REPORT.length(); end++) {
      CrashReport report = CrashReport.parse(REPORT.substring(0, end));
      assertThat(report.javaFrames()).hasSizeLessThanOrEqualTo(2);
    }
    assertThat(CrashReport.parse("").place()).isEmpty();
  }

  @Test
  void aFrameWithoutANameIsShownByItsLibrary() {
    String nameless = REPORT.replace("  BIO_test_flags+0x0", "");
    assertThat(CrashReport.parse(nameless).place())
        .contains("libcrypto.so.3+0x108b80, called by LibSsl.SSL_read");
  }

  @Test
  void aBareAddressIsShownByTheNativeMethod() {
    String wild = REPORT.replace("C  [libcrypto.so.3+0x108b80]  BIO_test_flags+0x0", "C  0x0007f");
    assertThat(CrashReport.parse(wild).place()).contains("LibSsl.SSL_read");
  }

  @Test
  void aHungReporterIsACrash() {
    Death death = Autopsy.of(137, "", Optional.of(REPORT), true);
    assertThat(death.cause()).isEqualTo(Cause.HUNG_REPORTER);
    assertThat(death.isCrash()).isTrue();
    assertThat(death.text())
        .startsWith(
            "died in BIO_test_flags, called by LibSsl.SSL_read, and hung while it reported");
  }

  @ParameterizedTest
  @CsvSource({
    "134, malloc(): unaligned tcache chunk detected",
    "134, double free or corruption (!prev)",
    "139, corrupted size vs. prev_size"
  })
  void anAbortIsReportedWithTheLibrarysMessage(int code, String said) {
    Death death = of(code, "WARNING: something before\n" + said + "\nsomething after\n");
    assertThat(death.cause()).isEqualTo(Cause.ABORT);
    assertThat(death.words()).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({"137, SIGKILL", "143, SIGTERM", "129, SIGHUP"})
  void aSignalFromOutsideIsNoCrash(int code, String signal) {
    assertThat(of(code, "").cause()).isEqualTo(Cause.KILLED);
    assertThat(of(code, "").signal()).isEqualTo(signal);
    assertThat(of(code, "").isCrash()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "3", "255"})
  void anExitIsNoCrash(int code) {
    assertThat(of(code, "java.lang.OutOfMemoryError: Java heap space\n").isCrash()).isFalse();
    assertThat(of(code, "").cause()).isEqualTo(Cause.EXIT);
  }
}
