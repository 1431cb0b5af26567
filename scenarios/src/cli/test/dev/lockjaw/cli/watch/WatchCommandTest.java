package dev.lockjaw.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {
  private static final String FIRST_ENTRY = "lock-order-inversion\n  thread: ";

  @TempDir Path directory;

  private CommandRun.Outcome run(String... arguments) {
    return new CommandRun(directory).width(200).run(arguments);
  }

  /** From a finding to a suppression of it, and on to the gate. */
  @Test
  void aKnownNativeFindingIsExpectedByWatchAndGate() throws Exception {
    WatchedPrograms.compile(directory, "inverts", WatchedPrograms.INVERTS);
    CommandRun.Outcome first =
        run("watch", "--out", "one", "--write-suppressions", "known", "--", "./inverts");
    assertThat(first.out())
        .contains("lock-order-inversion in watch/inverts/native")
        .contains("It did not happen in this run, but it can.")
        .contains("1 finding written as known to known");
    assertThat(first.code()).isEqualTo(1);
    assertThat(Files.readString(directory.resolve("one/results.jsonl")))
        .contains("\"confidence\":\"can-happen\"");
    String known = Files.readString(directory.resolve("known"));
    assertThat(known).contains(FIRST_ENTRY + "nest < ");

    assertThat(run("gate", "one").code()).isEqualTo(1);
    CommandRun.Outcome gate = run("gate", "one", "--suppressions", "known");
    assertThat(gate.out()).contains("Gate open").doesNotContain("match no finding");
    assertThat(gate.code()).isZero();

    Files.writeString(directory.resolve("more"), known + "\ndouble-lock\n  thread: gone < main\n");
    CommandRun.Outcome second =
        run("watch", "--out", "two", "--suppressions", "more", "--", "./inverts");
    assertThat(second.out())
        .contains("Suppressions in more that match no finding:")
        .containsPattern("line \\d+: double-lock, thread: gone < main");
    assertThat(second.code()).isZero();
  }

  @Test
  void aBaselineOfAWatchedRunExpectsItsKindsOfFindings() throws Exception {
    WatchedPrograms.compile(directory, "inverts", WatchedPrograms.INVERTS);
    run("watch", "--out", "one", "--", "./inverts");
    assertThat(run("baseline", "one", "--to", "baseline").code()).isZero();
    CommandRun.Outcome gate = run("gate", "one", "--baseline", "baseline");
    assertThat(gate.out()).contains("Gate open: 1 cell");
    assertThat(gate.code()).isZero();
  }

  @Test
  void anAgentByItselfRecordsForAJudgementLater() throws Exception {
    assertThat(run("watch", "--write-agent", "agent.jar").code()).isZero();
    Process program =
        WatchedPrograms.java(
            directory, "-javaagent:" + directory.resolve("agent.jar") + "=logs", "once");
    String said = new String(program.getErrorStream().readAllBytes());
    assertThat(program.waitFor()).as(said).isZero();
    assertThat(said.strip())
        .isEqualTo("lockjaw: the record is in logs; judge it with: lockjaw watch --logs logs");

    CommandRun.Outcome judged = run("watch", "--logs", "logs", "--out", "one");
    assertThat(judged.out()).contains("lock-order-inversion in watch/logs/logs");
    assertThat(judged.code()).isEqualTo(1);
    assertThat(directory.resolve("logs")).isNotEmptyDirectory();
  }

  @Test
  void aRunningJvmIsWatchedAndGoesOn() throws Exception {
    Process program = WatchedPrograms.java(directory, "-Dattached=true", "again");
    try {
      assertThat(program.getInputStream().read()).isEqualTo('r');
      CommandRun.Outcome outcome =
          run("watch", "--out", "one", "--fail-fast", "--attach", Long.toString(program.pid()));
      assertThat(outcome.out())
          .contains("lock-order-inversion in watch/jvm-" + program.pid())
          .contains("It was watched no longer at the first finding.");
      assertThat(outcome.code()).isEqualTo(1);
      assertThat(program.isAlive()).isTrue();
      program.getOutputStream().close();
      assertThat(program.waitFor()).isZero();
    } finally {
      program.destroyForcibly();
    }
  }
}
