package dev.lockjaw.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.run.Cell;
import dev.lockjaw.run.CellResult;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Verdict;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrategiesTest {
  private final Registry all = Registry.load(StrategiesTest.class.getClassLoader());
  private final List<Transport> duplex = all.transports().subList(0, 2);

  @Test
  void aScenarioPassesOnlyIfItDoesOnEveryTransportOfTheContract() {
    Verdicts verdicts =
        verdicts(
            result("relay", 0, Verdict.PASS),
            result("relay", 1, Verdict.PASS),
            result("send-order", 0, Verdict.PASS),
            result("send-order", 1, Verdict.ERROR));

    assertThat(verdicts.passed()).containsExactly("relay");
    assertThat(verdicts.failed()).containsExactly(Map.entry("send-order", List.of("error")));
    assertThat(verdicts.clean()).isFalse();
  }

  @Test
  void whatWasSkippedIsNeitherPassedNorFailed() {
    Verdicts verdicts =
        verdicts(result("relay", 0, Verdict.PASS), result("send-order", 1, Verdict.SKIPPED));

    assertThat(verdicts.run()).isEqualTo(1);
    assertThat(verdicts.clean()).isTrue();
  }

  @Test
  void whereEverythingWasSkippedNothingIsClean() {
    assertThat(verdicts(result("relay", 0, Verdict.SKIPPED)).clean()).isFalse();
  }

  private Verdicts verdicts(CellResult... results) {
    return new Strategies(duplex, List.of(results), new JmhResults())
        .compare(List.of("plain"))
        .get(0)
        .on("DUPLEX")
        .orElseThrow();
  }

  private CellResult result(String scenario, int transport, Verdict verdict) {
    Cell cell =
        Cell.of(
            all.scenarios().stream().filter(one -> one.id().equals(scenario)).findFirst().get(),
            all.strategies().stream().filter(one -> one.id().equals("plain")).findFirst().get(),
            duplex.get(transport),
            Protocol.TLS_1_2);
    return CellResult.without(cell, "explore", verdict, null);
  }
}
