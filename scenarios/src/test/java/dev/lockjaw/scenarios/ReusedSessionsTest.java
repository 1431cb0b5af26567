package dev.lockjaw.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.campaign.Campaign;
import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.run.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A TLS session that has served earlier schedules changes no result. */
class ReusedSessionsTest {
  @ParameterizedTest
  @ValueSource(strings = {"jsse", "bc"})
  void everyCellHasTheSameResultOnFreshSessions(String transport) throws Exception {
    List<CellResult> reusing = explore(transport, false);
    List<CellResult> fresh = explore(transport, true);

    assertThat(reusing)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
            "times.elapsedMs",
            "times.connectMs",
            "times.firstFindingMs",
            "counts.reused",
            "findings")
        .containsExactlyElementsOf(fresh);
    assertThat(tokens(reusing)).isEqualTo(tokens(fresh));
    assertThat(fresh).allMatch(result -> result.counts().reused() == 0);
    assertThat(reusing).anyMatch(result -> result.counts().reused() > 0);
  }

  private static List<CellResult> explore(String transport, boolean fresh) throws Exception {
    List<Cell> cells =
        AllCells.cells(transport).stream().map(cell -> cell.freshSessions(fresh)).toList();
    List<CellResult> results = new ArrayList<>();
    try (InThisJvm runner = new InThisJvm()) {
      new Campaign(cells, new Campaign.Options(0, true, Long.MAX_VALUE, 2, 1), runner, results::add)
          .run();
    }
    results.sort(Comparator.comparing(result -> result.id().text()));
    return results;
  }

  private static List<String> tokens(List<CellResult> results) {
    return results.stream()
        .flatMap(result -> result.findings().stream())
        .map(finding -> finding.kind() + " " + finding.token())
        .toList();
  }
}
