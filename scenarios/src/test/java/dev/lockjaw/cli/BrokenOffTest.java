package dev.lockjaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.reports.ResultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that end in mid-run, and what becomes of their results. */
@Timeout(300)
class BrokenOffTest {
  private static final String[] RUN = {
    "run", "--transport", "bc", "--jobs", "1", "--scenario", "*free*", "--out", "out"
  };

  /** How many lines a run must have left before it is killed: the header, the proof and cells. */
  private static final int LINES = 8;

  @TempDir static Path whole;
  @TempDir Path directory;

  @BeforeAll
  static void undisturbed() {
    assertThat(new CommandRun(whole).run(RUN).code()).isZero();
  }

  private static String[] resume() {
    return Stream.concat(Stream.of(RUN), Stream.of("--resume")).toArray(String[]::new);
  }

  private Path results() {
    return directory.resolve("out/results.jsonl");
  }

  private long lines() throws IOException {
    if (!Files.exists(results())) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(results())) {
      return lines.count();
    }
  }

  /** Some cells are there, some are not; the rest is done by another process. */
  private void goesOnToTheEnd() throws IOException, InterruptedException {
    int all = ResultsFile.read(whole.resolve("out/results.jsonl")).cells().size();
    int done = ResultsFile.read(results()).cells().size();
    assertThat(done).isBetween(1, all - 1);

    CommandRun.Outcome outcome = new Child(directory).run(resume());

    assertThat(outcome.out())
        .contains("Going on: " + done + " cells done, " + (all - done) + " left.");
    assertThat(outcome.code()).isZero();
    assertThat(Untimed.of(directory.resolve("out"))).isEqualTo(Untimed.of(whole.resolve("out")));
    assertThat(directory.resolve("out/report.html")).isNotEmptyFile();
    assertThat(directory.resolve("out")).isDirectoryNotContaining("glob:**jvm-*");
  }

  @Test
  void whatIsStillBeingWrittenIsLeftAlone() throws Exception {
    Process process = new Child(directory).start(RUN);
    try {
      while (process.isAlive() && lines() < LINES) {
        Thread.sleep(1); // between two looks; how long it takes makes no difference
      }
      CommandRun.Outcome outcome = new CommandRun(directory).run(resume());

      assertThat(process.isAlive()).as("it goes on meanwhile").isTrue();
      assertThat(outcome.err())
          .contains("another run is still writing ")
          .contains("give another directory with --out");
      assertThat(outcome.err().lines()).hasSize(1);
      assertThat(outcome.code()).isEqualTo(3);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatCannotBePrintedIsNoSuccess() throws Exception {
    CommandRun.Outcome outcome =
        new Child(directory).after("exec >/dev/full").run("list", "scenarios");

    assertThat(outcome.err().strip())
        .isEqualTo("lockjaw: cannot write to standard output: what was said is not whole");
    assertThat(outcome.code()).isEqualTo(3);
  }

  @Test
  void aRunThatIsKilledGoesOn() throws Exception {
    Process process = new Child(directory).start(RUN);
    try {
      while (process.isAlive() && lines() < LINES) {
        Thread.sleep(1); // between two looks; how long it takes makes no difference
      }
    } finally {
      process.destroyForcibly().waitFor();
    }

    goesOnToTheEnd();
  }

  /** The limit stands for a disk that is full: the same call fails in the same way. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aRunWhoseDiskIsFullEndsInOneLineAndGoesOn() throws Exception {
    CommandRun.Outcome outcome = new Child(directory).after("ulimit -f 100").run(RUN);

    assertThat(outcome.err().strip())
        .isEqualTo(
            "lockjaw run: cannot write "
                + "out/results.jsonl"
                + ": File too large; it keeps the results so far, and --resume goes on from there");
    assertThat(outcome.code()).isEqualTo(3);

    goesOnToTheEnd();
  }
}
