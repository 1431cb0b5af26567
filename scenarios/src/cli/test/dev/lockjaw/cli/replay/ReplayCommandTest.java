package dev.lockjaw.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.CommandRun;
import dev.lockjaw.cli.Missing;
import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.result.Token;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {
  @TempDir Path directory;

  /** The token of a finding that a run has just made. */
  private String token(String scenario, String strategy) {
    new CommandRun(directory)
        .run(
            "run",
            "--scenario",
            scenario,
            "--strategy",
            strategy,
            "--transport",
            "bc",
            "--out",
            "out");
    return ResultsFile.read(directory.resolve("out/results.jsonl"))
        .cells()
        .get(0)
        .result()
        .findings()
        .get(0)
        .token();
  }

  /** A token with a check that is right, whatever is in it. */
  private static String checked(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.UTF_8));
    String token = body + String.format(Locale.ROOT, "/%04x", crc.getValue() & 0xFFFF);
    assertThat(Token.parse(token).text()).isEqualTo(token);
    return token;
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void showsItWithOtherMutexesToo() {
    String token = token("double-lock-ping", "plain");

    CommandRun.Outcome outcome =
        new CommandRun(directory)
            .width(200)
            .run("replay", token, "--mutex", "pthread", "--times", "20");

    assertThat(outcome.out())
        .contains(
            "pthread_mutex_lock: 35 Resource deadlock avoided",
            "20 of 20 runs showed the same findings and the same interleaving.")
        .endsWith("finding shows: double-lock\n");
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void showsTheFindingAgain() {
    String token = token("double-lock-ping", "plain");

    CommandRun.Outcome outcome = new CommandRun(directory).run("replay", token);

    assertThat(outcome.out())
        .startsWith("double-lock in double-lock-ping/plain/bc (TLS 1.2)")
        .contains("WebSocket.ping", "Session.read", "Interleaving", token)
        .endsWith("finding shows: double-lock\n");
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void showsItTheSameWayAHundredTimes() {
    String token = token("write-free", "none");

    CommandRun.Outcome outcome =
        new CommandRun(directory).width(120).run("replay", token, "--times", "100");

    assertThat(outcome.out())
        .contains("100 of 100 runs showed the same findings and the same interleaving.");
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void saysThatItIsGone() {
    CommandRun.Outcome outcome =
        new CommandRun(directory).run("replay", checked("LJ1/write-free/plain/bc/tls1.2/0"));

    assertThat(outcome.out()).isEqualTo("gone: this interleaving shows no finding\n");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void saysThatTheCodeNoLongerFitsTheSchedule() {
    CommandRun.Outcome outcome =
        new CommandRun(directory)
            .width(120)
            .run("replay", checked("LJ1/write-free/plain/bc/tls1.2/9999.1"));

    assertThat(outcome.out())
        .startsWith("The code has changed: this schedule fits only in part")
        .contains("gone: ");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void refusesWhatIsNoToken() {
    refuses("hello", "'hello' is not a replay token: one begins with LJ1/");
  }

  @Test
  void refusesATokenOfAnotherVersion() {
    refuses(
        "LJ9/write-free/none/bc/tls1.2/0/0000",
        "token version LJ9 is not known here: this Lockjaw reads LJ1 and LJ2;"
            + " replay it with the version that printed it");
  }

  @Test
  void refusesADamagedToken() {
    String token = checked("LJ1/write-free/none/bc/tls1.2/0");
    refuses(
        token.replace("none", "nome"), "'" + token.replace("none", "nome") + "' is damaged: its");
  }

  @Test
  void refusesAnUnknownScenario() {
    refuses(
        checked("LJ1/write-fre/none/bc/tls1.2/0"),
        "no scenario is named 'write-fre'; near: write-free");
  }

  @Test
  void refusesAnUnknownStrategy() {
    refuses(
        checked("LJ1/write-free/plian/bc/tls1.2/0"),
        "no strategy is named 'plian'; near: plain; see them all with:");
  }

  @Test
  void refusesAnUnknownTransport() {
    refuses(
        checked("LJ1/write-free/none/bd/tls1.2/0"),
        "no transport is named 'bd'; near: bc; see them all with:");
  }

  @Test
  void refusesAnUnknownProtocol() {
    refuses(
        checked("LJ1/write-free/none/bc/tls1.1/0"),
        "the token's protocol 'tls1.1' is not tls1.2 or tls1.3");
  }

  private void refuses(String token, String message) {
    CommandRun.Outcome outcome = new CommandRun(directory).run("replay", token);

    assertThat(outcome.err()).startsWith("lockjaw replay: " + message).hasLineCount(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void aTransportThatIsNotThereIsExitCodeThree() {
    CommandRun.Outcome outcome =
        new CommandRun(directory)
            .with(new Missing())
            .run("replay", checked("LJ1/write-free/none/missing/tls1.2/0"));

    assertThat(outcome.err().strip())
        .isEqualTo(
            "lockjaw replay: missing is not available here: libmissing.so.1 is not installed;"
                + " apt-get install libmissing1");
    assertThat(outcome.code()).isEqualTo(3);
  }
}
