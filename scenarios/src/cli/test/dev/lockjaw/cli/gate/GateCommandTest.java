package dev.lockjaw.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from a run over its baseline to the next run. */
class GateCommandTest {
  private static final String[] SMALL = {
    "run", "--transport", "bc", "--scenario", "write-free,double-lock-ping", "--jobs", "1"
  };

  @TempDir Path directory;

  private CommandRun.Outcome run(String... args) {
    return new CommandRun(directory).run(args);
  }

  private CommandRun.Outcome small(String... more) {
    return run(Stream.concat(Stream.of(SMALL), Stream.of(more)).toArray(String[]::new));
  }

  private void edit(String file, String old, String with) throws IOException {
    Path path = directory.resolve(file);
    assertThat(path).content().contains(old);
    Files.writeString(path, Files.readString(path).replace(old, with));
  }

  private void drop(String file, String part) throws IOException {
    Path path = directory.resolve(file);
    Files.writeString(
        path,
        Files.readString(path)
            .lines()
            .filter(line -> !line.contains(part))
            .collect(Collectors.joining("\n", "", "\n")));
  }

  @BeforeEach
  void runOnce() {
    assertThat(small("--strategy", "none,plain", "--out", "out").code()).isZero();
    assertThat(run("baseline", "out", "--to", "base.txt").out())
        .isEqualTo("A baseline of 4 cells, of which 2 fail, is in base.txt\n");
  }

  @Test
  void theBaselineIsReadable() {
    CommandRun.Outcome outcome = run("baseline", "out/results.jsonl");
    assertThat(outcome.out().lines().filter(line -> !line.startsWith("#")))
        .containsExactly(
            "",
            "write-free        none      bc          use-after-free null-dereference free-in-use"
                + " record-corruption",
            "",
            "double-lock-ping  plain     bc          double-lock",
            "",
            "covers: tls1.2  write-free,double-lock-ping  none,plain  bc");
    assertThat(directory.resolve("base.txt")).hasContent(outcome.out());
  }

  @Test
  void whatIsAsExpectedPasses() {
    CommandRun.Outcome outcome = run("gate", "out", "--baseline", "base.txt", "--strict");
    assertThat(outcome.out()).isEqualTo("Gate open: 4 cells, 0 new, 0 not run, 0 gone, 0 errors\n");
    assertThat(outcome.code()).isZero();
    CommandRun.Outcome again =
        small("--strategy", "none,plain", "--baseline", "base.txt", "--strict", "--out", "two");
    assertThat(again.out()).endsWith(outcome.out());
    assertThat(again.code()).isZero();
  }

  @Test
  void aNewFindingIsNamedFirst() throws IOException {
    drop("base.txt", "double-lock-ping  plain");

    CommandRun.Outcome outcome = run("gate", "out", "--baseline", "base.txt");

    assertThat(outcome.out())
        .startsWith(
            "New: findings that the baseline does not expect\n  FAIL double-lock-ping/plain")
        .contains("scripts/lockjaw replay LJ1/double-lock-ping/plain/bc/tls1.2/0/")
        .contains("Gate shut: 4 cells, 1 new");
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void aCellThatTheRunLacksIsAFailure() {
    CommandRun.Outcome outcome =
        small("--strategy", "none", "--baseline", "base.txt", "--out", "less");

    assertThat(outcome.out())
        .contains(
            "Not run: cells that the baseline covers\n"
                + "  write-free/plain/bc/tls1.2  not in the results\n",
            "Gate shut: 2 cells, 0 new, 2 not run, 0 gone, 0 errors");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(run("gate", "less", "--baseline", "base.txt").code()).isEqualTo(1);
    assertThat(run("gate", "less").code()).isZero();
  }

  @Test
  void aFindingThatIsGoneIsSaidAndFailsOnlyIfStrict() throws IOException {
    edit("base.txt", "double-lock\n", "double-lock stall\n");

    CommandRun.Outcome outcome = run("gate", "out", "--baseline", "base.txt");
    assertThat(outcome.out())
        .contains("Gone: ", "  double-lock-ping/plain/bc  stall; still fails in another way")
        .contains("Gate open: 4 cells, 0 new, 0 not run, 1 gone");
    assertThat(outcome.code()).isZero();
    assertThat(run("gate", "out", "--baseline", "base.txt", "--strict").code()).isEqualTo(1);
    assertThat(
            small(
                    "--strategy",
                    "none,plain",
                    "--baseline",
                    "base.txt",
                    "--strict",
                    "--out",
                    "again")
                .code())
        .isEqualTo(1);
  }

  @Test
  void errorsAndNothingRunAreExitCodeThree() throws IOException {
    edit("out/results.jsonl", "\"verdict\":\"pass\"", "\"verdict\":\"error\"");
    CommandRun.Outcome errors = run("gate", "out", "--baseline", "base.txt");
    assertThat(errors.out()).contains("Errors: ", "Gate failed, these results cannot be trusted");
    assertThat(errors.code()).isEqualTo(3);
    CommandRun.Outcome refused = run("baseline", "out");
    assertThat(refused.err()).startsWith("lockjaw baseline: Lockjaw failed at ").hasLineCount(1);
    assertThat(refused.code()).isEqualTo(3);

    edit("out/results.jsonl", "\"verdict\":\"error\"", "\"verdict\":\"skipped\"");
    drop("out/results.jsonl", "\"strategy\":\"none\",\"transport\":\"bc\",\"protocol\":\"tls1.2\"");
    assertThat(run("gate", "out").code()).isEqualTo(3);
  }

  @Test
  void aRunThatWasBrokenOffIsExitCodeThree() throws IOException {
    drop("out/results.jsonl", "{\"schema\":\"lockjaw/results/1\",\"scenario\":\"write-free\"");
    CommandRun.Outcome outcome = run("gate", "out");
    assertThat(outcome.err())
        .isEqualTo("lockjaw gate: out is an incomplete run: it has 2 of its 4 cells\n");
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(run("baseline", "out").err())
        .isEqualTo("lockjaw baseline: out is an incomplete run: it has 2 of its 4 cells\n");
  }

  @Test
  void resultsWithoutProofAreExitCodeThree() throws IOException {
    drop("out/results.jsonl", "\"proof\"");
    CommandRun.Outcome outcome = run("gate", "out");
    assertThat(outcome.out()).contains("Unproven: ", "  bc\n");
    assertThat(outcome.code()).isEqualTo(3);
  }

  @Test
  void aBrokenBaselineIsOneLineWithItsNumber() throws IOException {
    edit("base.txt", "double-lock\n", "dubble-lock\n");
    for (CommandRun.Outcome outcome :
        new CommandRun.Outcome[] {
          run("gate", "out", "--baseline", "base.txt"), small("--baseline", "base.txt")
        }) {
      assertThat(outcome.err())
          .matches(
              "lockjaw (gate|run): base\\.txt, line \\d+: 'dubble-lock' is not a kind of"
                  + " finding; near: double-lock\\R");
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.code()).isEqualTo(2);
    }
  }

  @Test
  void brokenResultsAreOneLineToo() throws IOException {
    edit("out/results.jsonl", "\"verdict\":\"pass\"", "\"verdict\":\"fine\"");
    CommandRun.Outcome outcome = run("gate", "out");
    assertThat(outcome.err()).contains("results.jsonl, line ").hasLineCount(1);
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void aBaselineThatCannotBeWrittenIsSaid() {
    CommandRun.Outcome outcome = run("baseline", "out", "--to", "no/where.txt");
    assertThat(outcome.err())
        .isEqualTo("lockjaw baseline: cannot write --to no/where.txt: no such file or directory\n");
    assertThat(outcome.code()).isEqualTo(3);
  }
}
