package dev.lockjaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes that end in mid-run, and what becomes of their results. Those that have to be in
 * the midst of it wait there, at {@link Gated}, so that it makes no difference who is faster.
 */
@Timeout(300)
class BrokenOffTest {
  private static final String[] RUN = {
    "run", "--transport", "bc", "--jobs", "1", "--scenario", "*free*,gated", "--out", "out"
  };

  /** Where services are registered that only these runs have. */
  @TempDir static Path services;

  @TempDir static Path whole;
  @TempDir Path directory;

  @BeforeAll
  static void undisturbed() throws IOException {
    Path folder = Files.createDirectories(services.resolve("META-INF/services"));
    Files.writeString(folder.resolve(Scenario.class.getName()), Gated.class.getName());
    assertThat(here(whole, RUN).code()).isZero();
  }

  private static CommandRun.Outcome here(Path directory, String... args) throws IOException {
    URL[] more = {services.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(more, BrokenOffTest.class.getClassLoader())) {
      return new CommandRun(directory).with(Registry.load(loader)).run(args);
    }
  }

  private Child child() {
    return new Child(directory).and(services);
  }

  /** A run of which some cells are done, and which stays so until it is killed. */
  private Process inMidRun() throws IOException, InterruptedException {
    Path gate = directory.resolve("gate");
    Process process = child().after("export " + Gated.GATE + "='" + gate + "'").start(RUN);
    while (process.isAlive() && !Files.exists(gate)) {
      Thread.sleep(1); // between two looks; how long it takes makes no difference
    }
    return process;
  }

  private static String[] resume() {
    return Stream.concat(Stream.of(RUN), Stream.of("--resume")).toArray(String[]::new);
  }

  private Path results() {
    return directory.resolve("out/results.jsonl");
  }

  /** Some cells are there, some are not; the rest is done by another process. */
  private void goesOnToTheEnd() throws IOException, InterruptedException {
    int all = ResultsFile.read(whole.resolve("out/results.jsonl")).cells().size();
    int done = ResultsFile.read(results()).cells().size();
    assertThat(done).isBetween(1, all - 1);

    CommandRun.Outcome outcome = child().run(resume());

    assertThat(outcome.out())
        .contains("Continuing: " + done + " cells done, " + (all - done) + " left.");
    assertThat(outcome.code()).isZero();
    assertThat(Untimed.of(directory.resolve("out"))).isEqualTo(Untimed.of(whole.resolve("out")));
    assertThat(directory.resolve("out/report.html")).isNotEmptyFile();
    assertThat(directory.resolve("out")).isDirectoryNotContaining("glob:**jvm-*");
  }

  @Test
  void whatIsStillBeingWrittenIsLeftAlone() throws Exception {
    Process process = inMidRun();
    try {
      CommandRun.Outcome outcome = here(directory, resume());

      assertThat(process.isAlive()).as("it goes on meanwhile").isTrue();
      assertThat(outcome.err())
          .contains("another run is still writing ")
          .contains("name another directory with --out");
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
        .isEqualTo("lockjaw: cannot write to standard output; the output above is incomplete");
    assertThat(outcome.code()).isEqualTo(3);
  }

  @Test
  void aRunThatIsKilledGoesOn() throws Exception {
    inMidRun().destroyForcibly().waitFor();

    goesOnToTheEnd();
  }

  /** The limit stands for a disk that is full: the same call fails in the same way. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void aRunWhoseDiskIsFullEndsInOneLineAndGoesOn() throws Exception {
    CommandRun.Outcome outcome = child().after("ulimit -f 100").run(RUN);

    assertThat(outcome.err().strip())
        .isEqualTo(
            "lockjaw run: cannot write "
                + "out/results.jsonl"
                + ": File too large; the file keeps the results so far, and --resume continues from there");
    assertThat(outcome.code()).isEqualTo(3);

    goesOnToTheEnd();
  }
}
