package dev.lockjaw.reports.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.reports.Samples;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.Results;
import dev.lockjaw.reports.results.RunOptions;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergeTest {
  private static final List<CellLine> CELLS =
      Stream.of(
              Samples.passed("s", "l", "t"),
              Samples.passed("s", "m", "t"),
              Samples.failed("s", "n", "t", Samples.deadlock()))
          .map(MergeTest::line)
          .toList();

  private static CellLine line(CellResult result) {
    return new CellLine(result, Expected.PASS);
  }

  private static Header header(String version, UnaryOperator<RunOptions> change) {
    RunOptions options =
        CellList.describe(
            CELLS.stream().map(cell -> cell.result().id()).toList(),
            RunOptions.NONE.withPreemptions(2));
    return new Header(version, "17", "Linux", 2, Instant.EPOCH, change.apply(options));
  }

  private static Merge.Part shard(String name, String shard, CellLine... cells) {
    return shard(name, "1.2", shard, options -> options, cells);
  }

  private static Merge.Part shard(
      String name,
      String version,
      String shard,
      UnaryOperator<RunOptions> change,
      CellLine... cells) {
    Header header =
        header(version, options -> change.apply(options.withShard(shard, cells.length)));
    CellLine proof =
        line(Samples.failed("write-free", "none", "t", Samples.bare(FindingKind.LEAK)));
    return new Merge.Part(name, new Results(header, List.of(proof), List.of(cells), false));
  }

  private static Merge.Part first() {
    return shard("a", "1/2", CELLS.get(0), CELLS.get(2));
  }

  private static Merge.Part second() {
    return shard("b", "2/2", CELLS.get(1));
  }

  private static void assertRefused(String message, Merge.Part... parts) {
    assertThatThrownBy(() -> Merge.of(List.of(parts)))
        .isInstanceOf(UnmergeableException.class)
        .hasMessage(message);
  }

  @Test
  void joinsAllShardsInAnyOrder() {
    Results merged = Merge.of(List.of(second(), first()));

    assertThat(merged.cells()).containsExactlyInAnyOrderElementsOf(CELLS);
    assertThat(merged.proofs()).hasSize(1);
    assertThat(merged.header()).isEqualTo(header("1.2", options -> options));
    assertThat(CellList.lack(merged)).isEmpty();
    assertThat(merged.header().options().shard()).isEmpty();
  }

  @Test
  void theWorstProofCounts() {
    Merge.Part blind = second();
    CellLine passed = line(Samples.passed("write-free", "none", "t"));
    Merge.Part other =
        new Merge.Part(
            "b",
            new Results(blind.results().header(), List.of(passed), blind.results().cells(), false));
    assertThat(Merge.of(List.of(first(), other)).proofs()).containsExactly(passed);
  }

  @Test
  void missingShardsAreNamed() {
    assertRefused("shard 2/2 missing", first());
    assertRefused("shards 1/4, 2/4 and 4/4 missing", shard("c", "3/4", CELLS.get(0)));
  }

  @Test
  void overlappingShardsAreNamed() {
    assertRefused("a and c are both shard 1/2", first(), shard("c", "1/2", CELLS.get(1)));
    assertRefused(
        "a and b both have the cell s/n/t/tls1.2", first(), shard("b", "2/2", CELLS.get(2)));
  }

  @Test
  void versionsAndOptionsAreNotMixed() {
    assertRefused(
        "a and b are of different runs: Lockjaw's version is 1.2 there and 1.3 here",
        first(),
        shard("b", "1.3", "2/2", options -> options, CELLS.get(1)));
    assertRefused(
        "a and b are of different runs: preemptions is 2 there and 3 here",
        first(),
        shard("b", "1.2", "2/2", options -> options.withPreemptions(3), CELLS.get(1)));
    assertRefused(
        "a and b are of different runs: budgetMs is not set there and 5 here",
        first(),
        shard("b", "1.2", "2/2", options -> options.withBudgetMs(5), CELLS.get(1)));
    assertRefused("a is shard 1/2 and b is shard 2/3", first(), shard("b", "2/3", CELLS.get(1)));
  }

  @Test
  void machinesMayDifferInTheirJobs() {
    Merge.Part other = shard("b", "1.2", "2/2", options -> options.withJobs(64), CELLS.get(1));
    assertThat(Merge.of(List.of(first(), other)).header().options().jobs()).isEmpty();
  }

  /** As of a later version. */
  @Test
  void anUnknownOptionSurvivesAndTellsRunsApart() {
    UnaryOperator<RunOptions> later = options -> with(options, "later", List.of("x", 1));
    Merge.Part one = shard("a", "1.2", "1/2", later, CELLS.get(0), CELLS.get(2));
    Merge.Part two = shard("b", "1.2", "2/2", later, CELLS.get(1));

    assertThat(Merge.of(List.of(one, two)).header().options().byName())
        .containsEntry("later", List.of("x", 1));
    assertRefused(
        "a and b are of different runs: later is [x, 1] there and not set here", one, second());
  }

  private static RunOptions with(RunOptions options, String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(options.byName());
    more.put(name, value);
    return new RunOptions(more);
  }

  @Test
  void anIncompleteShardIsNamed() {
    Merge.Part part = second();
    Results none = new Results(part.results().header(), List.of(), List.of(), false);
    assertRefused(
        "b (shard 2/2) is incomplete: it has 0 of its 1 cells", first(), new Merge.Part("b", none));
    Results cut = new Results(part.results().header(), List.of(), part.results().cells(), true);
    assertRefused(
        "b (shard 2/2) is incomplete: its last line is cut off", first(), new Merge.Part("b", cut));
  }

  @Test
  void shardsOfOtherCellsAreRefused() {
    CellLine foreign = line(Samples.passed("x", "y", "t"));
    assertRefused(
        "these shards are not of one run: their cells are not those of the run in their headers",
        first(),
        shard("b", "2/2", foreign));
  }

  @Test
  void aWholeRunIsTheOnlyShardOfItself() {
    Merge.Part whole =
        new Merge.Part(
            "w", new Results(header("1.2", options -> options), List.of(), CELLS, false));
    assertThat(Merge.of(List.of(whole)).cells()).isEqualTo(CELLS);
    assertRefused("w and w are both shard 1/1", whole, whole);
  }

  @Test
  void anInvalidShardIsNamed() {
    assertRefused("a has no valid shard: '0/2'", shard("a", "0/2", CELLS.get(0)));
  }
}
