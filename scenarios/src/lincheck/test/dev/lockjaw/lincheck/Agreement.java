package dev.lockjaw.lincheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.campaign.Campaign;
import dev.lockjaw.campaign.CellRunner;
import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether two independent model checkers agree. Their sessions share nothing but the strategy. Each
 * kind of session has a test class of its own, so that the two run at the same time.
 */
final class Agreement {
  /** Enough for every fault that Lincheck finds with ten times as many. */
  private static final int SCENARIOS = 5;

  private static final int INVOCATIONS = 150;

  private static final Registry REGISTRY = Registry.load(Agreement.class.getClassLoader());

  /** The explorer's scenarios for a {@link DuplexSession}: any thread may free. */
  static final List<String> DUPLEX =
      List.of("read-free", "write-free", "read-write-free", "double-free");

  /**
   * The explorer's scenarios for a {@link SerialSession}: also two operations of one kind at once.
   */
  static final List<String> SERIAL =
      Stream.concat(DUPLEX.stream(), Stream.of("write-write")).toList();

  private Agreement() {}

  static List<LockStrategy> strategies() {
    return REGISTRY.strategies().stream().map(LockStrategy.class::cast).toList();
  }

  static void require(Model model, List<String> scenarios, LockStrategy strategy)
      throws InterruptedException {
    CellResult checked = model.check(strategy, SCENARIOS, INVOCATIONS);
    assertThat(checked.verdict()).as("%s", checked).isEqualTo(explored(scenarios, strategy));
    assertThat(outcome(checked)).isIn(Outcome.PASSED, Outcome.FAILED_AS_EXPECTED);
  }

  private static Outcome outcome(CellResult checked) {
    return new CellLine(
            checked,
            Expectations.builtIn()
                .of(checked.id().scenario(), checked.id().strategy(), checked.id().transport()))
        .outcome();
  }

  /** FAIL if any of the scenarios fails under the explorer, PASS if all pass. */
  private static Verdict explored(List<String> scenarios, LockStrategy strategy)
      throws InterruptedException {
    List<Cell> cells =
        REGISTRY.scenarios().stream()
            .filter(scenario -> scenarios.contains(scenario.id()))
            .map(scenario -> cell(scenario, strategy))
            .toList();
    assertThat(cells).hasSameSizeAs(scenarios);
    List<CellResult> results = new ArrayList<>();
    Campaign.Options options = new Campaign.Options(Mode.EXPLORE, 2, true, Long.MAX_VALUE, 1, 1);
    try (CellRunner runner = new InThisJvm()) {
      new Campaign(cells, options, runner, results::add).run();
    }
    assertThat(results).extracting(CellResult::verdict).isSubsetOf(Verdict.PASS, Verdict.FAIL);
    return results.stream().anyMatch(result -> result.verdict() == Verdict.FAIL)
        ? Verdict.FAIL
        : Verdict.PASS;
  }

  private static Cell cell(Scenario scenario, LockStrategy strategy) {
    Transport jsse =
        REGISTRY.transports().stream().filter(some -> some.id().equals("jsse")).findFirst().get();
    return Cell.of(scenario, strategy, jsse, Protocol.TLS_1_2);
  }
}
