package dev.lockjaw.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.reports.CellLine;
import dev.lockjaw.reports.Expectations;
import dev.lockjaw.reports.Outcome;
import dev.lockjaw.run.CellResult;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole matrix, at the default bound, is what the built-in baseline says. */
class MatrixTest {
  @ParameterizedTest
  @ValueSource(strings = {"jsse", "bc"})
  void everyCellIsExhaustedAndComesOutAsExpected(String transport) throws Exception {
    List<CellResult> results = AllCells.explore(transport, 2, true);
    Expectations expectations = Expectations.builtIn();

    assertThat(results).hasSize(18 * 9).allMatch(CellResult::exhausted);
    assertThat(results)
        .extracting(result -> expectations.judge(result))
        .filteredOn(
            line ->
                line.outcome() != Outcome.PASSED && line.outcome() != Outcome.FAILED_AS_EXPECTED)
        .extracting(CellLine::shortName)
        .isEmpty();
  }
}
