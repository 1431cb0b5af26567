package dev.lockjaw.scenarios;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pruning equivalent interleavings loses no finding, in any cell. */
class PruningTest {
  @Test
  void findsTheSameFaultsWithAndWithoutPruning() throws Exception {
    List<CellResult> pruned = AllCells.explore("bc", 1, true);
    List<CellResult> all = AllCells.explore("bc", 1, false);

    assertThat(faults(pruned)).isEqualTo(faults(all));
    assertThat(total(pruned)).isLessThan(total(all));
    assertThat(all).allMatch(result -> result.counts().pruned() == 0);
  }

  private static Map<CellId, Set<String>> faults(List<CellResult> results) {
    return results.stream()
        .collect(
            toMap(
                CellResult::id,
                result ->
                    result.findings().stream()
                        .map(PruningTest::fault)
                        .collect(Collectors.toSet())));
  }

  private static String fault(Finding finding) {
    return finding.kind() + ": " + finding.message();
  }

  private static long total(List<CellResult> results) {
    return results.stream().mapToLong(result -> result.counts().schedules()).sum();
  }
}
