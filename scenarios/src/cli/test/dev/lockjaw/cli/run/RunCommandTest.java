package dev.lockjaw.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.Careless;
import dev.lockjaw.cli.CommandRun;
import dev.lockjaw.cli.Missing;
import dev.lockjaw.cli.Odd;
import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.reports.results.Results;
import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.result.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
  private static final String[] SMALL = {
    "run", "--transport", "bc", "--scenario", "write-free,double-lock-ping", "--out", "out"
  };

  @TempDir Path directory;

  private static String[] small(String... more) {
    return Stream.concat(Stream.of(SMALL), Stream.of(more)).toArray(String[]::new);
  }

  private Path out() {
    return directory.resolve("out");
  }

  @Test
  void saysWhatItWillRun() {
    CommandRun.Outcome outcome =
        new CommandRun(directory).width(120).run(small("--jobs", "1", "--strategy", "plain,none"));

    assertThat(outcome.out())
        .startsWith(
            "4 cells: 2 scenarios x 2 strategies x 1 transport (bc), tls1.2,"
                + " at most 2 preemptions, 1 job");
  }

  @Test
  void endsWithTheMatrixTheCountsAndWhereTheResultsAre() {
    CommandRun.Outcome outcome =
        new CommandRun(directory).run(small("--strategy", "none,plain,queue-drain"));

    assertThat(outcome.out())
        .containsSubsequence(
            "Expected failures, in short",
            "bc (TLS 1.2), 6 cells",
            "none  plain  queue-drain",
            "write-free        UAF   ok     ok",
            "double-lock-ping  ok    DLK    ok",
            "6 cells: 4 pass, 2 fail (all expected)",
            "Results are in " + out());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
  }

  @Test
  void listsExpectedFailuresInShortAndSaysHowToSeeOneInFull() {
    CommandRun.Outcome outcome =
        new CommandRun(directory).width(160).run(small("--strategy", "plain"));

    assertThat(outcome.out())
        .contains(
            "double-lock-ping under plain\n  double-lock: worker asked for S(client), which it already"
                + " holds")
        .contains("  scripts/lockjaw replay LJ1/double-lock-ping/plain/bc/tls1.2/0/")
        .doesNotContain("Interleaving");
  }

  @Test
  void explainsExpectedFailuresWhenAsked() {
    CommandRun.Outcome outcome =
        new CommandRun(directory).run(small("--strategy", "plain", "--explain"));

    assertThat(outcome.out())
        .contains("double-lock in double-lock-ping/plain/bc (TLS 1.2)", "Interleaving")
        .doesNotContain("in short");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void aFailureThatNobodyExpectsIsExplainedAndIsExitCodeOne() {
    CommandRun.Outcome outcome =
        new CommandRun(directory).with(new Careless()).run(small("--strategy", "careless"));

    assertThat(outcome.out())
        .contains(
            "null-dereference in write-free/careless/bc (TLS 1.2)",
            "java.lang.NullPointerException",
            "2 cells: 1 pass, 1 fail (1 not expected)");
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void soIsAnUnexpectedKindOfAnExpectedFailure() {
    Expectations deadlock =
        Expectations.parse("test", "double-lock-ping plain bc deadlock\nwrite-free none bc stall");

    CommandRun.Outcome outcome =
        new CommandRun(directory).expecting(deadlock).run(small("--strategy", "plain"));

    assertThat(outcome.out()).contains("double-lock in double-lock-ping/plain/bc");
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void anExpectedFailureThatIsGoneIsSaidAndNoMore() {
    Expectations wrong = Expectations.parse("test", "write-free plain bc deadlock");

    CommandRun.Outcome outcome =
        new CommandRun(directory)
            .expecting(wrong)
            .run("run", "--scenario", "write-free", "--strategy", "plain", "--transport", "bc");

    assertThat(outcome.out())
        .contains("Expected failures that pass now", "write-free/plain/bc", "1 expected to fail");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void aCellThatTheToolFailsAtIsAnErrorAndExitCodeThree() {
    Odd broken =
        new Odd(
            "broken",
            stage -> {
              throw new IOException("no such luck");
            });

    CommandRun.Outcome outcome =
        new CommandRun(directory)
            .with(broken)
            .run("run", "--scenario", "broken", "--strategy", "plain", "--transport", "bc");

    assertThat(outcome.out())
        .contains("Errors: Lockjaw failed at these cells", "broken/plain/bc", "no such luck")
        .contains("1 error");
    assertThat(outcome.code()).isEqualTo(3);
  }

  @Test
  void nothingRunIsExitCodeThree() {
    CommandRun.Outcome outcome =
        new CommandRun(directory)
            .with(new Missing())
            .run("run", "--scenario", "write-free", "--transport", "missing");

    assertThat(outcome.out())
        .containsPattern("Skipped \\d+ cells: libmissing.so.1 is not installed");
    assertThat(outcome.err().strip()).isEqualTo("lockjaw run: nothing was run");
    assertThat(outcome.code()).isEqualTo(3);
  }

  @Test
  void aBudgetThatIsUpAtOnceLeavesCellsOut() {
    CommandRun.Outcome outcome =
        new CommandRun(directory).run("run", "--transport", "bc", "--budget", "1ms");

    assertThat(outcome.out()).contains("not reached within the budget", "not reached");
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.lines()).allMatch(line -> line.length() <= 120);
  }

  @Test
  void leavesResultsFailuresAndASummary() throws Exception {
    new CommandRun(directory).run(small("--strategy", "none,plain", "--seed", "7"));

    Results results = ResultsFile.read(out().resolve("results.jsonl"));
    assertThat(results.truncated()).isFalse();
    assertThat(results.header().options().byName())
        .containsEntry("scenarios", List.of("write-free", "double-lock-ping"))
        .containsEntry("strategies", List.of("none", "plain"))
        .containsEntry("preemptions", 2)
        .containsEntry("seed", 7);
    assertThat(results.cells())
        .extracting(cell -> cell.shortName())
        .containsExactlyInAnyOrder(
            "write-free/none/bc",
            "write-free/plain/bc",
            "double-lock-ping/none/bc",
            "double-lock-ping/plain/bc");
    assertThat(out().resolve("failures.txt"))
        .content()
        .contains("use-after-free in write-free/none/bc", "double-lock in double-lock-ping/plain")
        .doesNotContain("\u001b");
    assertThat(out().resolve("summary.md")).content().startsWith("# Lockjaw: 4 cells: 2 pass");
  }

  @Test
  void whatNobodyExpectsIsFirstAmongTheFailures() {
    Expectations known =
        Expectations.parse(
            "test",
            "write-free none bc null-dereference use-after-free free-in-use record-corruption");

    new CommandRun(directory).expecting(known).run(small("--strategy", "none,plain"));

    assertThat(out().resolve("failures.txt"))
        .content()
        .containsSubsequence("in double-lock-ping/plain/bc", "in write-free/none/bc");
  }

  @Test
  void failuresAreSaidToBeNoneIfThereAreNone() {
    new CommandRun(directory).run(small("--strategy", "queue-drain"));

    assertThat(out().resolve("failures.txt")).hasContent("No findings.");
  }

  @Test
  void resultsGoToADirectoryOfTheirOwnByDefault() throws Exception {
    String[] args = {"run", "--scenario", "data-ping", "--strategy", "plain", "--transport", "bc"};
    new CommandRun(directory).run(args);
    new CommandRun(directory).run(args);

    try (Stream<Path> runs = Files.list(directory.resolve("lockjaw-out"))) {
      assertThat(runs)
          .hasSize(2)
          .allMatch(run -> run.getFileName().toString().matches("\\d{4}-\\d\\d-\\d\\d-\\d{6}(-2)?"))
          .allMatch(run -> Files.exists(run.resolve("results.jsonl")));
    }
  }

  @Test
  void anInterruptKeepsWhatIsDone() {
    CommandRun command = new CommandRun(directory);
    Odd interrupted =
        new Odd(
            "interrupted",
            stage -> {
              command.interrupt().happen();
              stage.actor("alone", () -> {});
            });

    CommandRun.Outcome outcome =
        command
            .with(interrupted)
            .run(
                "run",
                "--scenario",
                "data-ping,interrupted",
                "--strategy",
                "none,plain,recursive",
                "--transport",
                "bc",
                "--jobs",
                "1",
                "--out",
                "out");

    assertThat(outcome.code()).isEqualTo(130);
    assertThat(outcome.out()).contains("Skipped 2 cells: interrupted before it began", "6 cells: ");
    assertThat(ResultsFile.read(out().resolve("results.jsonl")).cells()).hasSize(6);
  }

  @Test
  void aRunThatCannotSeeIsRefused() {
    CommandRun.Outcome outcome =
        new CommandRun(directory)
            .harmless("write-free")
            .run("run", "--scenario", "write-free", "--strategy", "plain", "--transport", "bc");

    assertThat(outcome.err())
        .startsWith(
            "lockjaw run: Lockjaw misses a known fault: write-free/none/bc/tls1.2 must fail")
        .contains("its verdict was pass");
    assertThat(outcome.code()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 160})
  void isNoWiderThanTheTerminal(int width) {
    CommandRun.Outcome outcome =
        new CommandRun(directory)
            .with(new Careless())
            .width(width)
            .run(small("--strategy", "none,plain,free-aware-published,careless"));

    assertThat(outcome.lines())
        .filteredOn(line -> !line.contains("LJ1/") && !line.contains(directory.toString()))
        .allMatch(line -> line.length() <= width);
  }

  @Test
  void isColouredOnlyWhereColourIs() {
    assertThat(new CommandRun(directory).run(small()).out()).doesNotContain("\u001b");
    assertThat(
            new CommandRun(directory)
                .colour()
                .run("run", "--scenario", "data-ping", "--transport", "bc")
                .out())
        .contains("\u001b[");
  }

  /** Of these, one fails in every iteration and the others never do. */
  @Test
  void stressesCells() {
    CommandRun.Outcome outcome =
        new CommandRun(directory)
            .iterations(20)
            .width(120)
            .run(
                "run",
                "--transport",
                "bc",
                "--scenario",
                "double-lock-ping",
                "--strategy",
                "plain,recursive,queue-drain",
                "--mode",
                "stress",
                "--budget",
                "10m",
                "--seed",
                "7",
                "--jobs",
                "1",
                "--explain",
                "--out",
                "out");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .startsWith(
            "3 cells: 1 scenario x 3 strategies x 1 transport (bc), tls1.2, stress for 600 s,")
        .containsSubsequence(
            "double-lock in double-lock-ping/plain/bc (TLS 1.2)",
            "iterations, first in number 1.",
            "<-- took it",
            "Look for an interleaving",
            "(seed 7)",
            "scripts/lockjaw run --scenario double-lock-ping --strategy plain --transport bc",
            "bc (TLS 1.2; stress), 3 cells",
            "double-lock-ping  DLK    ok         ok",
            "3 cells: 2 pass, 1 fail (all expected)",
            "iterations  per second  races  handshakes",
            "60 iterations in")
        .containsPattern("not seen +median +latest") // as wide as the times below them are long
        .doesNotContain("lockjaw replay", "Replay\n");
    assertThat(outcome.code()).isZero();
    Results results = ResultsFile.read(out().resolve(ResultsFile.NAME));
    assertThat(results.cells())
        .allSatisfy(
            cell -> {
              assertThat(cell.result().mode()).isEqualTo(Mode.STRESS);
              assertThat(cell.result().seed()).isEqualTo(7);
              assertThat(cell.result().counts().schedules()).isEqualTo(20);
            });
  }
}
