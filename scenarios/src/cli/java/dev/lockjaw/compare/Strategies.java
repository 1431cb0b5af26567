package dev.lockjaw.compare;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Transport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Combines the results of the tools and the measurements. */
public final class Strategies {
  private static final String CUT_SHORT = "cut short; part of it did not run in the time it had";

  private final List<Transport> transports;
  private final List<Judged> results;
  private final Map<Mode, String> notRun;
  private final JmhResults measured;
  private final List<LatencyFile.Entry> latencies;

  /**
   * @param transports the explored transports
   * @param results of all cells, by all tools
   * @param notRun the tools that were not run, each with the reason
   */
  public Strategies(
      List<Transport> transports,
      List<Judged> results,
      Map<Mode, String> notRun,
      JmhResults measured,
      List<LatencyFile.Entry> latencies) {
    this.transports = transports;
    this.results = results;
    this.notRun = notRun;
    this.measured = measured;
    this.latencies = latencies;
  }

  /** Each strategy by name. */
  public List<Compared> compare(List<String> strategies) {
    return strategies.stream()
        .map(
            strategy ->
                new Compared(
                    strategy, verdicts(strategy), measured.costs(strategy), latencies(strategy)))
        .toList();
  }

  private List<Latency> latencies(String strategy) {
    return latencies.stream()
        .filter(entry -> entry.strategy().equals(strategy))
        .map(LatencyFile.Entry::latency)
        .toList();
  }

  /** The conclusion for each contract. */
  public List<Advice> advise(List<Compared> compared, LeftOut leftOut) {
    return Stream.of(ThreadContract.values())
        .map(contract -> Advice.of(contract.name(), compared, records(contract, compared), leftOut))
        .toList();
  }

  /** The measures of small records on the transports of a contract. */
  private List<String> records(ThreadContract contract, List<Compared> compared) {
    return transports.stream()
        .filter(transport -> transport.contract() == contract)
        .map(transport -> JmhResults.record(transport.id(), 64))
        .filter(measure -> compared.stream().anyMatch(one -> one.cost(measure).isPresent()))
        .toList();
  }

  private List<Verdicts> verdicts(String strategy) {
    List<Verdicts> verdicts = new ArrayList<>();
    for (ThreadContract contract : ThreadContract.values()) {
      if (transports.stream().anyMatch(transport -> transport.contract() == contract)) {
        Verdicts.TOOLS.forEach(tool -> verdicts.add(verdicts(strategy, tool, contract)));
      }
    }
    return verdicts;
  }

  private Verdicts verdicts(String strategy, Mode tool, ThreadContract contract) {
    List<CellResult> all =
        results.stream()
            .filter(judged -> judged.contracts().contains(contract))
            .map(Judged::result)
            .filter(result -> result.id().strategy().equals(strategy) && result.mode() == tool)
            .toList();
    List<CellResult> own =
        all.stream().filter(result -> result.verdict() != Verdict.SKIPPED).toList();
    Map<String, Set<String>> kinds = new LinkedHashMap<>();
    for (CellResult result : own) {
      Set<String> found = kinds.computeIfAbsent(result.id().scenario(), s -> new LinkedHashSet<>());
      result.findings().forEach(finding -> found.add(finding.kind().id()));
      if (result.verdict() == Verdict.ERROR) {
        found.add("error"); // an error is no pass
      }
    }
    List<String> passed = new ArrayList<>();
    Map<String, List<String>> failed = new TreeMap<>();
    kinds.forEach(
        (scenario, found) -> {
          if (found.isEmpty()) {
            passed.add(scenario);
          } else {
            failed.put(scenario, List.copyOf(found));
          }
        });
    return new Verdicts(
        tool,
        contract.name(),
        own.stream().map(result -> result.id().transport()).distinct().toList(),
        passed,
        failed,
        own.isEmpty()
            ? notRun.getOrDefault(tool, "none of its cells could run here")
            : all.stream().anyMatch(Strategies::notReached) ? CUT_SHORT : null);
  }

  private static boolean notReached(CellResult result) {
    return result.verdict() == Verdict.SKIPPED && result.ending().is(EndingKind.NOT_REACHED);
  }
}
