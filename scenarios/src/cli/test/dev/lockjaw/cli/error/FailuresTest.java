package dev.lockjaw.cli.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.CommandRun;
import dev.lockjaw.cli.terminal.Interrupt;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {
  @TempDir Path directory;

  /** Fails in a way that no command foresees. */
  private CommandRun.Outcome fail(String... more) {
    Interrupt broken =
        new Interrupt() {
          @Override
          public synchronized void react(Runnable reaction) {
            throw new IllegalStateException("nobody foresaw this");
          }
        };
    return new CommandRun(directory).with(broken).run(more);
  }

  @Test
  void areOneLineAndAFileWithTheStack() throws Exception {
    CommandRun.Outcome outcome = fail("reproduce", "double-lock-ping", "--transport", "bc");

    assertThat(outcome.err().strip())
        .startsWith(
            "lockjaw failed: java.lang.IllegalStateException: nobody foresaw this; the stack trace"
                + " is in ")
        .hasLineCount(1);
    assertThat(outcome.code()).isEqualTo(3);
    Path file = Path.of(outcome.err().strip().replaceFirst(".* is in ", ""));
    assertThat(file).content().contains("\tat dev.lockjaw.cli.");
    Files.delete(file);
  }

  @Test
  void areTheStackItselfWithDebug() {
    CommandRun.Outcome outcome =
        fail("reproduce", "double-lock-ping", "--transport", "bc", "--debug");

    assertThat(outcome.err()).contains("\tat dev.lockjaw.cli.", "lockjaw failed: ");
    assertThat(outcome.code()).isEqualTo(3);
  }
}
