package dev.lockjaw.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.lock.Locking;
import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Transport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A line of the built-in baseline that names no cell would expect nothing. */
class BaselineNamesTest {
  /** What other tools run on the strategies; their modules are not on this class path. */
  private static final List<String> OTHERS =
      List.of(
          "jcstress-operation-free",
          "jcstress-operation-operation",
          "jcstress-free-free",
          "jcstress-tls-free",
          "lincheck-duplex",
          "lincheck-serial");

  private final Expectations builtIn = Expectations.builtIn();
  private final Registry registry = Registry.load(BaselineNamesTest.class.getClassLoader());

  @Test
  void everyLineNamesACell() {
    List<String> transports = registry.transports().stream().map(Transport::id).toList();
    List<String> scenarios = registry.scenarios().stream().map(Scenario::id).toList();
    long explored =
        cells(scenarios, transports).filter(this::fails).count()
            + cells(scenarios, transports).filter(this::failsOtherwiseUnderTls13).count();
    long others = cells(OTHERS, List.of("model", "jsse")).filter(this::fails).count();

    assertThat(explored).isPositive();
    assertThat(others).isPositive();
    assertThat(explored + others).isEqualTo(builtIn.size());
  }

  private Stream<CellId> cells(List<String> scenarios, List<String> transports) {
    List<String> strategies = registry.strategies().stream().map(Locking::id).toList();
    return scenarios.stream()
        .flatMap(
            scenario ->
                strategies.stream()
                    .flatMap(
                        strategy ->
                            transports.stream()
                                .map(on -> new CellId(scenario, strategy, on, "tls1.2"))));
  }

  private boolean fails(CellId cell) {
    return builtIn.of(cell).verdict() == Verdict.FAIL;
  }

  private boolean failsOtherwiseUnderTls13(CellId cell) {
    CellId newer = new CellId(cell.scenario(), cell.strategy(), cell.transport(), "tls1.3");
    return fails(newer) && !builtIn.of(newer).equals(builtIn.of(cell));
  }
}
