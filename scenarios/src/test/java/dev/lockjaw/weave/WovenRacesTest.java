package dev.lockjaw.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.SingleCell;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data races beside all that goes wrong for other reasons. */
@Timeout(300)
class WovenRacesTest {
  private static CellResult explore(String scenario, String session, FindingKind... allowed)
      throws Exception {
    return SingleCell.explore(
        WovenCells.cell(scenario, WovenCells.woven(session)).allowing(Set.of(allowed)),
        Limits.exhaust(2));
  }

  @ParameterizedTest
  @CsvSource({
    "NulledEngine, write-free",
    "PlainCount, write-free",
    "LockIfFreeing, write-free",
    "PlainNumber, write-write",
    "IteratedBeside, write-write",
    "LazyLock, write-write",
    "SharedBuffer, write-write",
    "AtomicNumber, write-write"
  })
  void aRaceHidesNothingAndChangesNothing(String session, String scenario) throws Exception {
    CellResult with = explore(scenario, session);
    CellResult without = explore(scenario, session, FindingKind.DATA_RACE);

    assertThat(with.counts()).isEqualTo(without.counts());
    assertThat(with.extent()).isEqualTo(without.extent());
    assertThat(with.times().firstFindingSchedule())
        .isEqualTo(without.times().firstFindingSchedule());
    List<Finding> worse = with.findings().subList(0, without.findings().size());
    assertThat(worse).extracting(Finding::token).isEqualTo(tokens(without));
    assertThat(worse).extracting(Finding::kind).doesNotContain(FindingKind.DATA_RACE);
    assertThat(with.findings().subList(worse.size(), with.findings().size()))
        .extracting(Finding::kind)
        .allMatch(kind -> kind == FindingKind.DATA_RACE);
  }

  private static List<String> tokens(CellResult result) {
    return result.findings().stream().map(Finding::token).toList();
  }

  @Test
  void aRaceAloneIsAFindingWithTheRunsThatShowIt() throws Exception {
    CellResult result = explore("write-free", "PlainFlag");

    assertThat(result.findings()).extracting(Finding::kind).containsExactly(FindingKind.DATA_RACE);
    assertThat(result.findings().get(0).message())
        .contains("PlainFlag.closed at PlainFlag.send line 20")
        .contains("the monitor of PlainFlag");
    assertThat(result.counts().failing()).isPositive();
    assertThat(result.times().firstFindingSchedule()).isPositive();
    assertThat(result.extent().exhausted()).isTrue();
  }
}
