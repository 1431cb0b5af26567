package dev.lockjaw.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockjaw.lock.QueueDrain;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.scenarios.ending.WriteFree;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import dev.lockjaw.transport.boringssl.BoringSslTransport;
import dev.lockjaw.transport.openssl.OpenSslTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real native stacks, really misused, in processes that really die. docs/crashes.md has the
 * figures.
 */
@Timeout(300)
class LetCrashTest {
  @TempDir private Path directory;

  private CommandRun.Outcome run(String... args) {
    return new CommandRun(directory).inWorkers().run(args);
  }

  private static void needs(Transport transport) {
    assumeTrue(transport.unavailable().isEmpty(), () -> transport.unavailable().orElse(""));
  }

  private List<CellLine> results() {
    return ResultsFile.read(directory.resolve("out/results.jsonl")).cells();
  }

  @Test
  void everyProcessThatWritesToAFreedSessionDiesAndNoneUnderTheFixes() {
    needs(new BoringSslTransport());
    CommandRun.Outcome outcome =
        run(
            "reproduce",
            "free-while-writing",
            "--let-crash",
            "--transport",
            "boringssl",
            "--times",
            "3");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .containsSubsequence(
            "native-crash in write-free/none/boringssl (TLS 1.2)",
            "the process died of SIGSEGV in",
            "called by SSL.writeToSSL",
            "3 of 3 processes died of it.",
            "native-crash in write-free/free-aware-published/boringssl",
            "3 of 3 processes died of it.",
            "The fixes",
            "free-aware       no process died in",
            "queue-drain      no process died in",
            "As expected: the process dies under none and free-aware-published");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void aFreeFromInsideTheReadKillsOpenSslEveryTime() {
    needs(new OpenSslTransport());
    CommandRun.Outcome outcome =
        run(
            "run",
            "--let-crash",
            "--scenario",
            "free-in-callback",
            "--strategy",
            "none,free-aware,queue-drain",
            "--transport",
            "openssl",
            "--out",
            "out");
    assertThat(outcome.code()).isZero();
    assertThat(results())
        .extracting(CellLine::outcome)
        .containsExactlyInAnyOrder(Outcome.FAILED_AS_EXPECTED, Outcome.PASSED, Outcome.PASSED);
    Finding crash =
        results().stream()
            .filter(line -> line.result().verdict() == Verdict.FAIL)
            .flatMap(line -> line.result().findings().stream())
            .filter(finding -> finding.kind() == FindingKind.NATIVE_CRASH)
            .findFirst()
            .orElseThrow();
    assertThat(crash.message()).contains("SSL_read", "frees client from inside its own read");
    assertThat(crash.interleaving()).isNotEmpty();

    CommandRun.Outcome replay = run("replay", crash.token(), "--let-crash", "--times", "3");
    assertThat(replay.out()).contains("3 of 3 processes died of it.");
    assertThat(replay.code()).isEqualTo(1);
  }

  @Test
  void reportsOfCrashesAreKeptWithTheResultsAndNothingElseIs() throws IOException {
    needs(new BoringSslTransport());
    run(
        "run",
        "--let-crash",
        "--scenario",
        "write-free",
        "--strategy",
        "none",
        "--transport",
        "boringssl",
        "--out",
        "out");
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile).map(directory::relativize))
          .extracting(Path::toString)
          .containsExactlyInAnyOrder(
              "out/crashes/write-free-none-boringssl-tls1.2-1.hs_err.txt",
              "out/crashes/write-free-none-boringssl-tls1.2-2.hs_err.txt", // run once more, alone
              "out/failures.txt",
              "out/junit.xml",
              "out/report.html",
              "out/results.jsonl",
              "out/results.sarif",
              "out/summary.md");
    }
  }

  @Test
  void aScheduleThatHarmsNobodyKillsNobody() {
    needs(new BoringSslTransport());
    Cell cell =
        Cell.of(new WriteFree(), new QueueDrain(), new BoringSslTransport(), Protocol.TLS_1_2);
    CommandRun.Outcome outcome =
        run("replay", cell.token(Schedule.DEFAULT).text(), "--let-crash", "--times", "2");
    assertThat(outcome.out()).contains("0 of 2 processes died of it.");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void whatSurvivesMisuseCannotBeMadeToCrash() {
    CommandRun.Outcome jsse = run("reproduce", "free-while-writing", "--let-crash");
    assertThat(jsse.code()).isEqualTo(2);
    assertThat(jsse.err())
        .isEqualToIgnoringNewLines(
            "lockjaw reproduce: --let-crash: jsse survives misuse; use --transport with"
                + " one of: openssl, mbedtls, boringssl");
    CommandRun.Outcome ping = run("reproduce", "double-lock-ping", "--let-crash");
    assertThat(ping.code()).isEqualTo(2);
    assertThat(ping.err())
        .isEqualToIgnoringNewLines(
            "lockjaw reproduce: --let-crash: no process dies of double-lock-ping; try"
                + " free-while-writing");
  }
}
