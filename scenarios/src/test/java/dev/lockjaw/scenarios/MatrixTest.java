package dev.lockjaw.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole matrix, at the default bound, agrees with the built-in baseline. */
class MatrixTest {
  static List<String> transports() {
    return AllCells.transports();
  }

  @ParameterizedTest
  @MethodSource("transports")
  void everyCellIsExhaustedAndAsExpected(String transport) throws Exception {
    AllCells.transport(transport).unavailable().ifPresent(Assumptions::abort);
    List<CellResult> results = AllCells.explore(transport, 2, true);
    Expectations expectations = Expectations.builtIn();

    assertThat(results)
        .extracting(CellResult::id)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            AllCells.cells(transport).stream().map(Cell::id).toList());
    assertThat(results)
        .allMatch(result -> result.extent().exhausted() || result.verdict() == Verdict.SKIPPED);
    assertThat(results)
        .filteredOn(result -> result.verdict() == Verdict.SKIPPED)
        .extracting(CellResult::id)
        .containsExactlyInAnyOrderElementsOf(unsupported(transport));
    assertThat(results)
        .filteredOn(result -> result.verdict() != Verdict.SKIPPED)
        .extracting(result -> expectations.judge(result))
        .filteredOn(
            line ->
                line.outcome() != Outcome.PASSED && line.outcome() != Outcome.FAILED_AS_EXPECTED)
        .extracting(CellLine::shortName)
        .isEmpty();
    assertThat(results)
        .extracting(result -> expectations.judge(result))
        .filteredOn(line -> line.outcome() == Outcome.FAILED_AS_EXPECTED)
        .allSatisfy(
            line ->
                assertThat(line.result().findings())
                    .as(line.shortName())
                    .extracting(Finding::kind)
                    .containsAll(line.expected().kinds()));
  }

  /** Cells that cannot be run on any machine, as the scenario or the transport says. */
  private static List<CellId> unsupported(String transport) {
    return AllCells.cells(transport).stream()
        .filter(
            cell ->
                cell.scenario().unsupported(cell.transport()).isPresent()
                    || !cell.transport().protocols().contains(cell.protocol()))
        .map(Cell::id)
        .toList();
  }
}
