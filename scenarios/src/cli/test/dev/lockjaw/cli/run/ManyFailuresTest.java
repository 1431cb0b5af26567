package dev.lockjaw.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.Careless;
import dev.lockjaw.cli.CommandRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a terminal shows of a strategy with many bugs. */
class ManyFailuresTest {
  @TempDir Path directory;

  @Test
  void ofManyFailuresTheFirstThreeAreExplainedAndTheOthersAreALineEach() {
    String[] many = {
      "run",
      "--transport",
      "bc",
      "--strategy",
      "careless",
      "--out",
      "out",
      "--scenario",
      "write-free,read-free,double-free,write-write"
    };
    String out = new CommandRun(directory).with(new Careless()).width(160).run(many).out();
    int all = explained(read(directory.resolve("out").resolve("failures.txt")));

    assertThat(all).isGreaterThan(3);
    assertThat(explained(out)).isEqualTo(3);
    assertThat(out)
        .contains(all - 3 + " more finding", "All are in full in failures.txt")
        .containsPattern("\ndouble-free/careless/bc +[a-z-]+: ");
  }

  @Test
  void allOfManyFailuresAreExplainedWhenAsked() {
    String[] many = {
      "run",
      "--transport",
      "bc",
      "--strategy",
      "careless",
      "--out",
      "out",
      "--explain",
      "--scenario",
      "write-free,read-free,double-free,write-write"
    };
    String out = new CommandRun(directory).with(new Careless()).run(many).out();

    assertThat(explained(out))
        .isEqualTo(explained(read(directory.resolve("out").resolve("failures.txt"))));
    assertThat(out).doesNotContain("more finding");
  }

  private static int explained(String text) {
    return text.split("\nInterleaving\n", -1).length - 1;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
