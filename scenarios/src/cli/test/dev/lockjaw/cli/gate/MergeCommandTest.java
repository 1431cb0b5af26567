package dev.lockjaw.cli.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {
  private static final String[] SMALL = {
    "run", "--scenario", "write-free,double-lock-ping,read-free", "--strategy", "none,plain"
  };

  @TempDir Path directory;

  private CommandRun.Outcome run(String... args) {
    return new CommandRun(directory).run(args);
  }

  private void small(String... more) {
    CommandRun.Outcome outcome =
        run(Stream.concat(Stream.of(SMALL), Stream.of(more)).toArray(String[]::new));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
  }

  /** Lines without what clocks say, in alphabetical order. */
  private List<String> timeless(String file) throws IOException {
    return Files.readString(directory.resolve(file))
        .replaceAll("\"(\\w+Ms|schedulesPerSecond)\":-?[0-9.E]+", "\"$1\":0")
        .replaceAll("\"(started|startTimeUtc)\" ?: ?\"[^\"]*\"", "\"$1\":\"\"")
        .replaceAll("(time|timestamp)=\"[^\"]*\"", "$1=\"\"")
        .lines()
        .sorted()
        .toList();
  }

  @Test
  void theMergedResultsEqualThoseOfOneRun() throws IOException {
    small("--out", "whole");
    small("--shard", "2/3", "--out", "two");
    small("--shard", "1/3", "--out", "one");
    small("--shard", "3/3", "--out", "three");

    CommandRun.Outcome outcome = run("merge", "two", "one", "three", "--out", "merged");

    assertThat(outcome.out())
        .startsWith("Merged 3 shards.\n12 cells: 6 pass, 6 fail (all expected)")
        .contains("Results are in " + directory.resolve("merged"));
    assertThat(outcome.code()).isZero();
    for (String file : List.of("results.jsonl", "junit.xml", "results.sarif", "failures.txt")) {
      assertThat(timeless("merged/" + file)).as(file).isEqualTo(timeless("whole/" + file));
    }
    assertThat(directory.resolve("merged/summary.md")).exists();
    assertThat(run("baseline", "merged").out()).isEqualTo(run("baseline", "whole").out());
    assertThat(run("gate", "merged", "--strict").code()).isZero();
  }

  @Test
  void whatIsMissingIsNamedAndNothingIsWritten() {
    small("--shard", "1/3", "--out", "one");

    CommandRun.Outcome outcome = run("merge", "one", "--out", "merged");

    assertThat(outcome.err()).isEqualTo("lockjaw merge: shards 2/3 and 3/3 missing\n");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(directory.resolve("merged")).doesNotExist();
  }

  @Test
  void shardsOfOtherRunsAreRefused() {
    small("--shard", "1/2", "--out", "one");
    small("--shard", "2/2", "--preemptions", "1", "--out", "two");

    assertThat(run("merge", "one", "two").err())
        .isEqualTo(
            "lockjaw merge: one and two are of different runs: preemptions is 2 there and 1"
                + " here\n");
  }

  @Test
  void theReportsGoByABaselineThatIsGiven() throws IOException {
    small("--out", "whole");
    Files.writeString(directory.resolve("base.txt"), "# nothing may fail\n");

    CommandRun.Outcome outcome = run("merge", "whole", "--baseline", "base.txt", "--out", "merged");

    assertThat(outcome.out()).contains("12 cells: 6 pass, 6 fail (6 not expected)");
    assertThat(directory.resolve("merged/junit.xml")).content().contains("failures=\"6\"");
    assertThat(run("gate", "merged", "--baseline", "base.txt").code()).isEqualTo(1);
    assertThat(Files.readAllLines(directory.resolve("merged/results.jsonl")).get(0))
        .contains("\"baseline\":\"sha256:");
  }

  @Test
  void aShardAnswersForItsOwnCellsAlone() {
    small("--out", "whole");
    run("baseline", "whole", "--to", "base.txt");

    small("--shard", "1/2", "--baseline", "base.txt", "--strict", "--out", "one");

    assertThat(run("gate", "one", "--baseline", "base.txt").code()).isEqualTo(1);
    assertThat(run("gate", "one", "--baseline", "base.txt").out())
        .contains("These are the results of shard 1/2 only");
  }
}
