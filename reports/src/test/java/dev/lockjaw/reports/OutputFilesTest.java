package dev.lockjaw.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {
  @TempDir private Path out;

  private String written(String name, List<CellLine> cells) throws IOException {
    OutputFiles.write(out, cells, Duration.ofMillis(1500));
    return Files.readString(out.resolve(name));
  }

  @Test
  void theSummaryIsMarkdown() throws IOException {
    Golden.assertMatches("summary.md", written("summary.md", Samples.mixed()));
  }

  @Test
  void markdownShowsHostileNamesAsTheyAre() throws IOException {
    String bad = "a|b<img src=x>`\n# [x](y) @z";
    CellLine cell = new CellLine(Samples.passed(bad, "l", "t"), Expected.PASS);
    assertThat(written("summary.md", List.of(cell)))
        .contains("| a\\|b&lt;img src=x&gt;\\` \\# \\[x\\](y) \\@z | ok |");
  }

  @Test
  void failuresAreInFullWithTheUnexpectedFirst() throws IOException {
    String failures = written("failures.txt", Samples.mixed());
    assertThat(failures).startsWith("double-lock in read-write/plain/jsse (TLS 1.2)\n");
    assertThat(failures.indexOf("write-free/plain/jsse"))
        .isPositive()
        .isLessThan(failures.indexOf("key-update/none/jsse"));
    assertThat(failures)
        .contains("scripts/lockjaw replay LJ1/write-free/none/jsse/tls1.2/1.1/7940");
    assertThat(Golden.widest(failures)).isEqualTo(100);
  }

  @Test
  void noFailuresAreSaidToBeNone() throws IOException {
    CellLine cell = new CellLine(Samples.passed("s", "l", "t"), Expected.PASS);
    assertThat(written("failures.txt", List.of(cell))).isEqualTo("No findings.\n");
  }

  @Test
  void aDirectoryThatIsGoneIsNamed() {
    Path gone = out.resolve("gone");
    assertThatThrownBy(() -> OutputFiles.write(gone, List.of(), Duration.ZERO))
        .isInstanceOf(OutputException.class)
        .hasMessage(
            "cannot write "
                + gone.resolve("summary.md")
                + ": no such file or directory; give another with --out");
  }
}
