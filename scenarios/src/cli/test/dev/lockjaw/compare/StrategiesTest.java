package dev.lockjaw.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Transport;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StrategiesTest {
  private static final Latency LATENCY = new Latency("jsse", 1, 2, 3, 4, 5, 6, 7, 8);
  private static final List<LatencyFile.Entry> LATENCIES =
      List.of(
          new LatencyFile.Entry("plain", LATENCY),
          new LatencyFile.Entry("global", new Latency("bc", 1, 2, 3, 4, 5, 6, 7, 8)));

  private final Registry all = Registry.load(StrategiesTest.class.getClassLoader());
  private final List<Transport> duplex = all.transports().subList(0, 2);

  @Test
  void aScenarioPassesOnlyIfItPassesOnEveryTransportOfTheContract() {
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
  void aSkippedScenarioNeitherPassesNorFails() {
    Verdicts verdicts =
        verdicts(result("relay", 0, Verdict.PASS), result("send-order", 1, Verdict.SKIPPED));

    assertThat(verdicts.run()).isEqualTo(1);
    assertThat(verdicts.clean()).isTrue();
  }

  @Test
  void nothingIsCleanIfEverythingWasSkipped() {
    assertThat(verdicts(result("relay", 0, Verdict.SKIPPED)).clean()).isFalse();
  }

  @Test
  void eachToolHasItsOwnVerdict() {
    Compared compared =
        compared(
            result("relay", 0, Mode.EXPLORE, Verdict.PASS),
            result("relay", 0, Mode.STRESS, Verdict.ERROR));

    assertThat(compared.on("DUPLEX", Mode.EXPLORE).orElseThrow().clean()).isTrue();
    assertThat(compared.on("DUPLEX", Mode.STRESS).orElseThrow().failed()).containsKey("relay");
    assertThat(compared.clean("DUPLEX")).isFalse();
  }

  @Test
  void aToolThatWasNotRunIsNoPassAndGivesTheReason() {
    Verdicts verdicts =
        compared(result("relay", 0, Verdict.PASS)).on("DUPLEX", Mode.JCSTRESS).orElseThrow();

    assertThat(verdicts.run()).isZero();
    assertThat(verdicts.clean()).isFalse();
    assertThat(verdicts.reason()).isEqualTo("no time");
  }

  @Test
  void aResultCountsOnlyForItsContracts() {
    CellResult duplexOnly = result("relay", 0, Mode.STRESS, Verdict.PASS);
    Compared compared =
        new Strategies(
                all.transports(),
                List.of(new Judged(duplexOnly, Set.of(ThreadContract.DUPLEX))),
                Map.of(),
                new JmhResults(),
                List.of())
            .compare(List.of("plain"))
            .get(0);

    assertThat(compared.on("DUPLEX", Mode.STRESS).orElseThrow().run()).isEqualTo(1);
    assertThat(compared.on("SERIAL", Mode.STRESS).orElseThrow().run()).isZero();
  }

  @Test
  void unreachedScenariosAreReportedEvenIfTheRestPasses() {
    CellResult passed = result("relay", 0, Mode.STRESS, Verdict.PASS);
    CellResult late = result("send-order", 0, Mode.STRESS, Verdict.SKIPPED, Ending.NOT_REACHED);
    Ending unsupported = Ending.unsupported("it has no callback");
    CellResult unfit = result("full-wire", 0, Mode.STRESS, Verdict.SKIPPED, unsupported);

    assertThat(compared(passed, late).on("DUPLEX", Mode.STRESS).orElseThrow().reason())
        .startsWith("cut short");
    assertThat(compared(passed, unfit).on("DUPLEX", Mode.STRESS).orElseThrow().reason()).isNull();
  }

  @Test
  void latenciesAreTheStrategysOwn() {
    assertThat(compared().latencies()).containsExactly(LATENCY);
  }

  private Verdicts verdicts(CellResult... results) {
    return compared(results).on("DUPLEX", Mode.EXPLORE).orElseThrow();
  }

  private Compared compared(CellResult... results) {
    Set<ThreadContract> contracts = Set.of(ThreadContract.DUPLEX);
    List<Judged> judged = Stream.of(results).map(result -> new Judged(result, contracts)).toList();
    Map<Mode, String> notRun = Map.of(Mode.JCSTRESS, "no time");
    return new Strategies(duplex, judged, notRun, new JmhResults(), LATENCIES)
        .compare(List.of("plain"))
        .get(0);
  }

  private CellResult result(String scenario, int transport, Verdict verdict) {
    return result(scenario, transport, Mode.EXPLORE, verdict);
  }

  private CellResult result(String scenario, int transport, Mode mode, Verdict verdict) {
    return result(scenario, transport, mode, verdict, Ending.COMPLETE);
  }

  private CellResult result(
      String scenario, int transport, Mode mode, Verdict verdict, Ending ending) {
    Cell cell =
        Cell.of(
            all.scenarios().stream().filter(one -> one.id().equals(scenario)).findFirst().get(),
            all.strategies().stream().filter(one -> one.id().equals("plain")).findFirst().get(),
            duplex.get(transport),
            Protocol.TLS_1_2);
    return new CellResult(
        cell.id(), mode, verdict, Extent.NONE, Counts.NONE, Times.NONE, 0, List.of(), ending);
  }
}
