package dev.lockjaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Results;
import dev.lockjaw.reports.results.ResultsFile;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ResumeTest {
  private static final String[] RUN = {
    "run",
    "--transport",
    "bc",
    "--scenario",
    "write-free,double-lock-ping",
    "--strategy",
    "none,plain"
  };

  @TempDir Path directory;

  private CommandRun.Outcome run(String... more) {
    return run(new CommandRun(directory), more);
  }

  private static CommandRun.Outcome run(CommandRun command, String... more) {
    return command.run(Stream.concat(Stream.of(RUN), Stream.of(more)).toArray(String[]::new));
  }

  private Path out() {
    return directory.resolve("out");
  }

  private Path results() {
    return out().resolve("results.jsonl");
  }

  private Untimed undisturbed() throws IOException {
    run("--out", "undisturbed");
    return Untimed.of(directory.resolve("undisturbed"));
  }

  /** Rewrites the cells of the finished run in {@code out}. */
  private void edit(UnaryOperator<CellResult> change) {
    Results there = ResultsFile.read(results());
    List<CellLine> cells =
        there.cells().stream()
            .map(line -> new CellLine(change.apply(line.result()), line.expected()))
            .toList();
    ResultsFile.write(out(), new Results(there.header(), there.proofs(), cells, false));
  }

  /** The text decides nothing, so it is the same for every kind. */
  private static CellResult ended(CellResult result, EndingKind kind) {
    return CellResult.skipped(
        result.id(), result.mode(), new Ending(kind, "libmissing.so.1 is not installed"));
  }

  private static CellResult interrupted(CellResult result) {
    return new CellResult(
        result.id(),
        result.mode(),
        Verdict.PASS,
        new Extent(2, false),
        Counts.of(1, 0),
        Times.elapsed(1),
        1,
        List.of(),
        new Ending(EndingKind.INTERRUPTED, "interrupted after 1 schedules"));
  }

  @Test
  void aLineThatWasCutOffIsCutAndItsCellRunAgain() throws IOException {
    run("--out", "out");
    String whole = Files.readString(results());
    Files.writeString(results(), whole.substring(0, whole.length() - 20));

    CommandRun.Outcome outcome = run("--out", "out", "--resume");

    assertThat(outcome.out()).contains("Continuing: 3 cells done, 1 left.", "4 cells: 2 pass");
    assertThat(outcome.code()).isZero();
    assertThat(Untimed.of(out())).isEqualTo(undisturbed());
  }

  @Test
  void ifOnlyTheHeaderIsThereAllIsRun() throws IOException {
    run("--out", "out");
    Files.writeString(results(), Files.readString(results()).replaceFirst("(?s)\n.*", "\n"));

    assertThat(run("--out", "out", "--resume").out()).contains("Continuing: 0 cells done, 4 left.");
    assertThat(Untimed.of(out())).isEqualTo(undisturbed());
  }

  @Test
  void whatTheBudgetOrAnInterruptKeptOutIsRunAndWhatCannotBeRunIsNot() throws IOException {
    run("--out", "out");
    edit(
        result ->
            switch (result.id().scenario() + '/' + result.id().strategy()) {
              case "write-free/none" -> ended(result, EndingKind.NOT_REACHED);
              case "write-free/plain" -> ended(result, EndingKind.INTERRUPTED);
              case "double-lock-ping/none" -> interrupted(result);
              default -> ended(result, EndingKind.UNAVAILABLE);
            });

    CommandRun.Outcome outcome = run("--out", "out", "--resume");

    assertThat(outcome.out())
        .contains("Continuing: 1 cell done, 3 left.", "Skipped 1 cell: libmissing.so.1");
  }

  @Test
  void anInterruptedRunGoesOnToTheEnd() throws IOException {
    CommandRun command = new CommandRun(directory);
    Odd careful = new Odd("careful", stage -> stage.actor("alone", () -> {}));
    Odd interrupting =
        new Odd(
            "careful",
            stage -> {
              command.interrupt().happen();
              stage.actor("alone", () -> {});
            });
    assertThat(command.with(interrupting).run(careful("out", "1")).code()).isEqualTo(130);

    CommandRun.Outcome outcome =
        new CommandRun(directory).with(careful).run(careful("out", "2", "--resume"));

    new CommandRun(directory).with(careful).run(careful("whole", "2"));
    assertThat(outcome.code()).isZero();
    assertThat(cells(out())).isEqualTo(cells(directory.resolve("whole"))).hasSize(4);
  }

  private static String[] careful(String out, String jobs, String... more) {
    return Stream.concat(
            Stream.of("run", "--scenario", "careful,data-ping", "--strategy", "none,plain"),
            Stream.concat(
                Stream.of("--transport", "bc", "--out", out, "--jobs", jobs), Stream.of(more)))
        .toArray(String[]::new);
  }

  private static List<String> cells(Path directory) throws IOException {
    return Untimed.results(directory).stream()
        .filter(line -> line.startsWith("{\"schema\":\"lockjaw/results/1\",\"scenario\""))
        .toList();
  }

  @Test
  void ofARunThatIsAtItsEndOnlyTheReportsAreMadeAgain() throws IOException {
    CommandRun.Outcome first = run(new CommandRun(directory).with(new Careless()), careless());
    Untimed files = Untimed.of(out());
    Files.delete(out().resolve("report.html"));

    CommandRun.Outcome outcome =
        run(new CommandRun(directory).with(new Careless()), careless("--resume"));

    assertThat(outcome.out())
        .contains(
            "Nothing is left to run: 6 cells done.", "null-dereference in write-free/careless");
    assertThat(outcome.code()).isEqualTo(first.code()).isEqualTo(1);
    assertThat(out().resolve("report.html")).isNotEmptyFile();
    assertThat(Untimed.of(out())).isEqualTo(files);
  }

  private static String[] careless(String... more) {
    return Stream.concat(Stream.of("--strategy", "careless", "--out", "out"), Stream.of(more))
        .toArray(String[]::new);
  }

  @Test
  void anotherRunIsRefusedAndLeftAsItIs() throws IOException {
    run("--out", "out", "--seed", "7");
    byte[] there = Files.readAllBytes(results());
    refuses("seed is 7 there and 8 here", "--seed", "8");
    refuses("protocol is tls1.2 there and tls1.3 here", "--seed", "7", "--protocol", "tls1.3");
    refuses("preemptions is 2 there and 1 here", "--seed", "7", "--preemptions", "1");
    refuses("shard is not set there and 1/2 here", "--seed", "7", "--shard", "1/2");
    refuses("strategies is", "--seed", "7", "--strategy", "global");
    assertThat(results()).hasBinaryContent(there);
  }

  private void refuses(String difference, String... options) {
    CommandRun.Outcome outcome =
        run(
            Stream.concat(Stream.of("--out", "out", "--resume"), Stream.of(options))
                .toArray(String[]::new));
    assertThat(outcome.err())
        .startsWith(
            "lockjaw run: --resume: the results in " + out() + " are those of another run: ")
        .contains(difference)
        .endsWith("; use the options of that run, or another --out\n");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void soIsOneOfAnotherVersion() throws IOException {
    run("--out", "out");
    String header = "\"lockjaw\":\"";
    Files.writeString(results(), Files.readString(results()).replace(header, header + "9."));
    refuses("Lockjaw's version is 9.");
  }

  /** A device that is always full. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void reportsForWhichThereWasNoRoomAreWrittenThen() throws IOException {
    Path summary = Files.createDirectory(out()).resolve("summary.md");
    Files.createSymbolicLink(summary, Path.of("/dev/full"));

    CommandRun.Outcome outcome = run("--out", "out");
    Files.delete(summary);
    CommandRun.Outcome resumed = run("--out", "out", "--resume");

    assertThat(outcome.err().strip())
        .isEqualTo(
            "lockjaw run: cannot write "
                + summary
                + ": No space left on device; the results are complete, and --resume writes the"
                + " reports again");
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(resumed.code()).isZero();
    assertThat(summary).content().startsWith("# Lockjaw: 4 cells: 2 pass");
  }

  @Test
  void whereThereIsNoRunNoneGoesOn() throws IOException {
    CommandRun.Outcome outcome = run("--out", "out", "--resume");

    assertThat(outcome.err().strip())
        .isEqualTo(
            "lockjaw run: there is no run to continue in --out "
                + out()
                + ": it has no results.jsonl; start one without --resume");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aFileThatIsNoResultsIsOneLine() throws IOException {
    Files.createDirectory(out());
    Files.writeString(results(), "{\"schema\":");

    CommandRun.Outcome outcome = run("--out", "out", "--resume");

    assertThat(outcome.err().strip())
        .isEqualTo("lockjaw run: " + results() + " is not a results file: it has no complete line");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(results()).hasContent("{\"schema\":");
  }
}
