package dev.lockjaw.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.cli.error.ToolException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 4, 5, 6, 7);

  @TempDir Path directory;

  @Test
  void isNamedByTheTime() {
    assertThat(OutputDirectory.dated(directory, NOW))
        .isEqualTo(directory.resolve("lockjaw-out/2026-03-04-050607"))
        .isEmptyDirectory();
  }

  @Test
  void hasANumberIfItExists() {
    OutputDirectory.dated(directory, NOW);

    assertThat(OutputDirectory.dated(directory, NOW)).hasFileName("2026-03-04-050607-2");
    assertThat(OutputDirectory.dated(directory, NOW)).hasFileName("2026-03-04-050607-3");
  }

  @Test
  void mayBeOneThatIsThereIfItHasNoResults() {
    assertThat(OutputDirectory.asked(directory, "results.jsonl")).isEqualTo(directory);
  }

  @Test
  void isMadeWithItsParents() {
    assertThat(OutputDirectory.asked(directory.resolve("a/b/c"), "results.jsonl")).isDirectory();
  }

  @Test
  void cannotBeBelowAFile() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> OutputDirectory.asked(file.resolve("out"), "results.jsonl"))
        .isInstanceOf(ToolException.class)
        .hasMessageStartingWith("cannot write to " + file.resolve("out") + ": ")
        .hasMessageEndingWith("; name another directory with --out");
  }
}
