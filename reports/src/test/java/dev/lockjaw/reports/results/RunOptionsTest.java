package dev.lockjaw.reports.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunOptionsTest {
  private static final RunOptions ALL =
      RunOptions.of(List.of("s"), List.of("l"), List.of("t"))
          .withProtocol("tls1.2")
          .withMutex("pthread")
          .withPlugins(List.of("a.jar"))
          .withWeave(List.of("org.acme.."))
          .withMode(Mode.STRESS)
          .withPreemptions(2)
          .withPrune(true)
          .withLetCrash(true)
          .withBudgetMs(500)
          .withJobs(4)
          .withSeed(7)
          .withBaseline("built-in")
          .withCells(3, "0f")
          .withShard("1/2", 2);

  /** The order is that of the header, so that two files can be compared line by line. */
  @Test
  void haveTheNamesAndTheOrderOfTheHeader() {
    assertThat(ALL.byName().keySet())
        .containsExactlyElementsOf(
            Arrays.stream(RunOptions.Name.values()).map(RunOptions.Name::id).toList());
  }

  @Test
  void comeBack() {
    assertThat(ALL.mode()).contains(Mode.STRESS);
    assertThat(ALL.mutex()).contains("pthread");
    assertThat(ALL.plugins()).containsExactly("a.jar");
    assertThat(ALL.weave()).containsExactly("org.acme..");
    assertThat(ALL.letCrash()).isTrue();
    assertThat(ALL.jobs()).hasValue(4);
    assertThat(ALL.cellsDigest()).contains("0f");
    assertThat(ALL.shard()).contains("1/2");
    assertThat(ALL.ownCells()).hasValue(2);
    assertThat(ALL.withoutShard().ownCells()).hasValue(3);
    assertThat(ALL.withoutShard().shard()).isEmpty();
    assertThat(ALL.withoutJobs().jobs()).isEmpty();
  }

  @Test
  void areEmptyWhereTheHeaderLacksThem() {
    assertThat(RunOptions.NONE.mode()).isEmpty();
    assertThat(RunOptions.NONE.mutex()).isEmpty();
    assertThat(RunOptions.NONE.plugins()).isEmpty();
    assertThat(RunOptions.NONE.letCrash()).isFalse();
    assertThat(RunOptions.NONE.ownCells()).isEmpty();
    assertThat(RunOptions.NONE.withPlugins(List.of())).isEqualTo(RunOptions.NONE);
    assertThat(RunOptions.NONE.withWeave(List.of())).isEqualTo(RunOptions.NONE);
  }

  @Test
  void areEmptyWhereTheHeaderIsOfALaterVersion() {
    RunOptions later = new RunOptions(Map.of("mode", "guess", "jobs", "all", "plugins", "a.jar"));
    assertThat(later.mode()).isEmpty();
    assertThat(later.jobs()).isEmpty();
    assertThat(later.plugins()).isEmpty();
  }
}
