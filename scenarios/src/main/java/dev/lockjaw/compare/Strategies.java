package dev.lockjaw.compare;

import dev.lockjaw.run.CellResult;
import dev.lockjaw.run.Verdict;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Transport;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts together what was explored and what was measured. */
public final class Strategies {
  private final List<Transport> transports;
  private final List<CellResult> results;
  private final JmhResults measured;

  /**
   * @param transports that were explored
   * @param results of all cells
   */
  public Strategies(List<Transport> transports, List<CellResult> results, JmhResults measured) {
    this.transports = transports;
    this.results = results;
    this.measured = measured;
  }

  /** Each strategy by name. */
  public List<Compared> compare(List<String> strategies) {
    return strategies.stream()
        .map(
            strategy ->
                new Compared(
                    strategy,
                    verdicts(strategy),
                    measured.costs(strategy),
                    measured.latencies(strategy)))
        .toList();
  }

  /** What follows for each contract. */
  public List<Advice> advise(List<Compared> compared) {
    return Stream.of(ThreadContract.values())
        .map(contract -> Advice.of(contract.name(), compared, records(contract, compared)))
        .toList();
  }

  /** What is measured of small records on the transports of a contract. */
  private List<String> records(ThreadContract contract, List<Compared> compared) {
    return transports.stream()
        .filter(transport -> transport.contract() == contract)
        .map(transport -> JmhResults.record(transport.id(), 64))
        .filter(measure -> compared.stream().anyMatch(one -> one.cost(measure).isPresent()))
        .toList();
  }

  private List<Verdicts> verdicts(String strategy) {
    Map<ThreadContract, List<Transport>> byContract = new EnumMap<>(ThreadContract.class);
    transports.forEach(
        transport ->
            byContract
                .computeIfAbsent(transport.contract(), c -> new ArrayList<>())
                .add(transport));
    List<Verdicts> verdicts = new ArrayList<>();
    byContract.forEach((contract, some) -> verdicts.add(verdicts(strategy, contract, some)));
    return verdicts;
  }

  private Verdicts verdicts(String strategy, ThreadContract contract, List<Transport> some) {
    List<String> ids = some.stream().map(Transport::id).toList();
    Map<String, Set<String>> kinds = new LinkedHashMap<>();
    for (CellResult result : results) {
      if (result.strategy().equals(strategy)
          && ids.contains(result.transport())
          && result.verdict() != Verdict.SKIPPED) {
        Set<String> found = kinds.computeIfAbsent(result.scenario(), s -> new LinkedHashSet<>());
        result.findings().forEach(finding -> found.add(finding.kind().id()));
        if (result.verdict() == Verdict.ERROR) {
          found.add("error"); // whatever it is, it is no pass
        }
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
    return new Verdicts(contract.name(), ids, passed, failed);
  }
}
