package dev.lockjaw.confined;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;

import dev.lockjaw.adapter.Enough;
import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.SingleCell;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Strategies that run every operation on a thread of their own. The right ones are not accused. */
@Timeout(300)
class ConfinedTest {
  private static final Registry REGISTRY = Registry.load(ConfinedTest.class.getClassLoader());

  private static CellResult explore(String scenario, LockStrategy strategy, String transport)
      throws Exception {
    Scenario one =
        REGISTRY.scenarios().stream()
            .filter(other -> other.id().equals(scenario))
            .findFirst()
            .orElseThrow();
    Transport on =
        REGISTRY.transports().stream()
            .filter(other -> other.id().equals(transport))
            .findFirst()
            .orElseThrow();
    Cell cell = Cell.of(one, strategy, on, Protocol.TLS_1_2);
    cell.skipped().ifPresent(why -> Assumptions.abort(why.text()));
    if (!scenario.equals("full-wire")) {
      return SingleCell.explore(cell, Limits.exhaust(1));
    }
    // seven threads: too many interleavings for a test, even without a preemption
    try (InThisJvm runner = new InThisJvm()) {
      return runner.run(cell, () -> Limits.exhaust(0), new Enough(300));
    }
  }

  static Stream<Arguments> everywhere() {
    return on(List.of("jsse", "bc", "openssl", "mbedtls"));
  }

  static Stream<Arguments> inJava() {
    return on(List.of("jsse", "bc"));
  }

  private static Stream<Arguments> on(List<String> transports) {
    return REGISTRY.scenarios().stream()
        .filter(scenario -> scenario.getClass().getPackageName().startsWith("dev.lockjaw.scen"))
        .flatMap(scenario -> transports.stream().map(on -> Arguments.of(scenario.id(), on)));
  }

  @ParameterizedTest
  @MethodSource("everywhere")
  void oneThreadForEachOperationIsRight(String scenario, String transport) throws Exception {
    requireNone(explore(scenario, new Confined(false, true), transport));
  }

  @ParameterizedTest
  @MethodSource("inJava")
  void soItIsForEachWholeSend(String scenario, String transport) throws Exception {
    requireNone(explore(scenario, new Confined(true, true), transport));
  }

  private static void requireNone(CellResult result) {
    assertThat(result).hasNoFindings();
    if (!result.id().scenario().equals("full-wire")) {
      assertThat(result).isExhausted();
    }
  }

  @Test
  void whatIsRefusedAndReportedAsQueuedIsLost() throws Exception {
    for (boolean whole : new boolean[] {false, true}) {
      assertThat(explore("write-free", new Confined(whole, false), "jsse"))
          .failsWith(FindingKind.LOST_MESSAGE)
          .hasMessageContaining("refused by an executor, and the sender was not informed");
    }
  }
}
