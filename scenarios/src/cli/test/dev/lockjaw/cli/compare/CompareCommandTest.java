package dev.lockjaw.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.CommandRun;
import dev.lockjaw.cli.error.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with the command line is said before anything is explored or measured. */
class CompareCommandTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --strategy plan           | no strategy matches 'plan'; near: plain
          --threshold -1            | --threshold -1 is out of range; use 0 to 10000
          --measure sektion          | no measure matches 'sektion'; near: section
          --rounds 0                | --rounds 0 is out of range; use 1 to 1000
          --plant 101               | --plant 101 is out of range; use 0 to 100
          --baseline missing.json   | missing.json: no such file or directory
          --baseline other.json     | other.json: it is not a compare.json
          """)
  void aMistakeIsOneLine(String args, String complaint) throws IOException {
    Files.writeString(directory.resolve("other.json"), "{}");

    CommandRun.Outcome outcome = new CommandRun(directory).run(("compare " + args).split(" "));

    assertThat(outcome.err()).contains(complaint);
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aDirectoryThatHoldsAComparisonIsLeftAlone() throws IOException {
    Files.createDirectory(directory.resolve("out"));
    Files.writeString(directory.resolve("out/compare.json"), "{}");

    CommandRun.Outcome outcome = new CommandRun(directory).run("compare", "--out", "out");

    assertThat(outcome.err()).contains("already holds compare.json");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
  }
}
