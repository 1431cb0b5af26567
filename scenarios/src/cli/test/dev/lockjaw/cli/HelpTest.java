package dev.lockjaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "reproduce",
        "replay",
        "compare",
        "baseline",
        "gate",
        "merge",
        "list",
        "doctor"
      })
  void everyCommandHasHelpThatFits(String command) {
    CommandRun.Outcome outcome = new CommandRun(directory).run(command, "--help");

    assertThat(outcome.out()).startsWith("Usage: lockjaw " + command);
    assertThat(outcome.lines()).allMatch(line -> line.length() <= 80);
    assertThat(outcome.code()).isZero();
    assertThat(new CommandRun(directory).run("help", command).out()).isEqualTo(outcome.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"help", "--help", "-h"})
  void soHasLockjaw(String argument) {
    CommandRun.Outcome outcome = new CommandRun(directory).run(argument);

    assertThat(outcome.out()).startsWith("Usage: lockjaw").contains("Exit codes: 0 as expected");
    assertThat(outcome.lines()).allMatch(line -> line.length() <= 80);
    assertThat(outcome.code()).isZero();
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    CommandRun.Outcome outcome = new CommandRun(directory).run("--version");

    assertThat(outcome.out().strip()).matches("lockjaw \\d+\\.\\d+\\.\\d+\\S*, Java \\d.*");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void helpIsColouredOnlyWhereColourIs() {
    assertThat(new CommandRun(directory).run("run", "--help").out()).doesNotContain("\u001b");
    assertThat(new CommandRun(directory).colour().run("run", "--help").out()).contains("\u001b[");
  }
}
