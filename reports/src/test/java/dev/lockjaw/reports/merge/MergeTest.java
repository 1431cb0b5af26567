package dev.lockjaw.reports.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.reports.Samples;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.Results;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

  private static Header header(String version, Consumer<Map<String, Object>> change) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("preemptions", 2);
    CellList.describe(CELLS.stream().map(cell -> cell.result().id()).toList(), options);
    change.accept(options);
    return new Header(version, "17", "Linux", 2, Instant.EPOCH, options);
  }

  private static Merge.Part shard(String name, String shard, CellLine... cells) {
    return shard(name, "1.2", shard, options -> {}, cells);
  }

  private static Merge.Part shard(
      String name,
      String version,
      String shard,
      Consumer<Map<String, Object>> change,
      CellLine... cells) {
    Header header =
        header(
            version,
            options -> {
              CellList.describeShard(shard, cells.length, options);
              change.accept(options);
            });
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
    assertThat(merged.header()).isEqualTo(header("1.2", options -> {}));
    assertThat(CellList.lack(merged)).isEmpty();
    assertThat(CellList.shard(merged)).isEmpty();
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
        shard("b", "1.3", "2/2", options -> {}, CELLS.get(1)));
    assertRefused(
        "a and b are of different runs: preemptions is 2 there and 3 here",
        first(),
        shard("b", "1.2", "2/2", options -> options.put("preemptions", 3), CELLS.get(1)));
    assertRefused(
        "a and b are of different runs: budgetMs is not set there and 5 here",
        first(),
        shard("b", "1.2", "2/2", options -> options.put("budgetMs", 5), CELLS.get(1)));
    assertRefused("a is shard 1/2 and b is shard 2/3", first(), shard("b", "2/3", CELLS.get(1)));
  }

  @Test
  void machinesMayDifferInTheirJobs() {
    Merge.Part other = shard("b", "1.2", "2/2", options -> options.put("jobs", 64), CELLS.get(1));
    assertThat(Merge.of(List.of(first(), other)).header().options()).doesNotContainKey("jobs");
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
        new Merge.Part("w", new Results(header("1.2", o -> {}), List.of(), CELLS, false));
    assertThat(Merge.of(List.of(whole)).cells()).isEqualTo(CELLS);
    assertRefused("w and w are both shard 1/1", whole, whole);
  }

  @Test
  void anInvalidShardIsNamed() {
    assertRefused("a has no valid shard: '0/2'", shard("a", "0/2", CELLS.get(0)));
  }
}
