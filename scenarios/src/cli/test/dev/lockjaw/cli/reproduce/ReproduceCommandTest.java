package dev.lockjaw.cli.reproduce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.CommandRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ReproduceCommandTest {
  @TempDir Path directory;

  @Test
  void showsTheDoubleLockWithBothStacksAndTheFixes() {
    CommandRun.Outcome outcome =
        new CommandRun(directory).run("reproduce", "double-lock-ping", "--transport", "bc");

    assertThat(outcome.out())
        .containsSubsequence(
            "double-lock in double-lock-ping/plain/bc",
            "took S(client) in",
            "Session.receive",
            "wants S(client) in",
            "Session.read",
            "WebSocket.Incoming.idle",
            "WebSocket.ping",
            "The fixes side by side",
            "plain  recursive  async-send  queue-drain",
            "double-lock-ping     DLK    ok         ok          ok",
            "ping-send-inversion  DLK    DED        ok          ok",
            "recursive    libdatachannel #1351",
            "As expected: double-lock-ping fails under plain and passes");
    fits(outcome);
    assertThat(outcome.code()).isZero();
  }

  @Test
  void showsTheNullPointerExceptionAndWhatTheMonitorSawBesideIt() {
    CommandRun.Outcome outcome =
        new CommandRun(directory).run("reproduce", "free-while-writing", "--transport", "bc");

    assertThat(outcome.out())
        .containsSubsequence(
            "null-dereference in write-free/none/bc",
            "threw java.lang.NullPointerException",
            "Session.write",
            "What the contract monitor saw in the same interleaving:",
            "use-after-free in write-free/none/bc",
            "null-dereference in write-free/free-aware-published/bc",
            "use-after-free in write-free/free-aware-published/bc",
            "The fixes side by side",
            "free-aware-published  The lock that was published",
            "As expected: write-free fails under none and free-aware-published");
    fits(outcome);
    assertThat(outcome.code()).isZero();
  }

  @Test
  void aBugInALibraryHasNoTransportToChoose() {
    CommandRun.Outcome outcome =
        new CommandRun(directory).run("reproduce", "netty-2093", "--transport", "bc");

    assertThat(outcome.err()).contains("--transport: netty-2093 is a bug in a published library");
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void showsTheTextOfTheFieldWithMutexesOfTheCLibrary() {
    CommandRun.Outcome outcome =
        new CommandRun(directory)
            .width(200)
            .run("reproduce", "double-lock-ping", "--transport", "bc", "--mutex", "pthread");

    assertThat(outcome.out())
        .containsSubsequence(
            "a plain mutex blocks forever here; pthread_mutex_lock: 35 Resource deadlock avoided;"
                + " pthread_mutex_trylock: 16 Device or resource busy",
            "double-lock-ping     DLK    ok         ok          ok",
            "As expected: double-lock-ping fails under plain and passes");
    assertThat(outcome.code()).isZero();
  }

  private static void fits(CommandRun.Outcome outcome) {
    assertThat(outcome.lines())
        .filteredOn(line -> !line.contains("LJ1/"))
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  void aBugThatDoesNotShowIsExitCodeOne() {
    CommandRun.Outcome outcome =
        new CommandRun(directory)
            .harmless("double-lock-ping")
            .run("reproduce", "double-lock-ping", "--transport", "bc");

    assertThat(outcome.out()).contains("Not as expected: no double-lock shows under plain.");
    assertThat(outcome.code()).isEqualTo(1);
  }
}
