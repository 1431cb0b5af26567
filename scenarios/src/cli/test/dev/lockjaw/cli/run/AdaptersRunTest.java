package dev.lockjaw.cli.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Registry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a run must have reached of a user's session. */
class AdaptersRunTest {
  private static final class Mine implements SessionAdapter {
    @Override
    public UserSession open(Opening with) {
      throw new UnsupportedOperationException();
    }
  }

  private static final Registry REGISTRY = registry();

  private static Registry registry() {
    Registry all = Registry.load(AdaptersRunTest.class.getClassLoader());
    List<Locking> strategies = new ArrayList<>(all.strategies());
    strategies.add(new Mine());
    return all.withStrategies(strategies);
  }

  private static CellId id(String scenario, String strategy) {
    return new CellId(scenario, strategy, "jsse", "tls1.2");
  }

  private static CellLine unreached(String scenario, String strategy) {
    return new CellLine(
        CellResult.skipped(id(scenario, strategy), Mode.STRESS, Ending.NOT_REACHED), Expected.PASS);
  }

  private static CellLine passed(String scenario, String strategy) {
    return new CellLine(
        new CellResult(
            id(scenario, strategy),
            Mode.STRESS,
            Verdict.PASS,
            Extent.NONE,
            Counts.of(9, 0),
            Times.elapsed(1),
            0,
            List.of(),
            Ending.COMPLETE),
        Expected.PASS);
  }

  @Test
  void aCellThatTheBudgetDidNotReachIsNoPass() {
    assertThatThrownBy(
            () ->
                AdaptersRun.require(
                    REGISTRY, List.of(passed("read-free", "Mine"), unreached("relay", "Mine"))))
        .isInstanceOf(ToolException.class)
        .hasMessageStartingWith(
            "the budget did not reach 1 of 2 cells of Mine, the first being relay/Mine/jsse");
  }

  @Test
  void norIsOneOfABuiltInStrategy() {
    List<CellLine> lines = List.of(passed("relay", "Mine"), unreached("relay", "plain"));
    assertThatThrownBy(() -> AdaptersRun.requireReached(lines))
        .isInstanceOf(ToolException.class)
        .hasMessageStartingWith(
            "the budget did not reach 1 of 2 cells, the first being relay/plain/jsse");
    assertThatCode(() -> AdaptersRun.requireReached(lines.subList(0, 1)))
        .doesNotThrowAnyException();
  }

  @Test
  void allReachedIsFine() {
    assertThatCode(
            () ->
                AdaptersRun.require(
                    REGISTRY,
                    List.of(
                        passed("read-free", "Mine"),
                        passed("relay", "Mine"),
                        unreached("relay", "plain"))))
        .doesNotThrowAnyException();
  }

  @Test
  void nothingAtAllSaysWhy() {
    assertThatThrownBy(() -> AdaptersRun.require(REGISTRY, List.of(unreached("read-free", "Mine"))))
        .hasMessage(
            "nothing was run of Mine: every cell was skipped, the first because not reached within"
                + " the budget");
  }
}
