package dev.lockjaw.compare;

import dev.lockjaw.result.Mode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One strategy.
 *
 * @param verdicts of each tool, for each thread contract there was a transport of
 * @param costs what could be measured, each once
 */
public record Compared(
    String strategy, List<Verdicts> verdicts, List<Cost> costs, List<Latency> latencies) {

  /** Of one tool. */
  public Optional<Verdicts> on(String contract, Mode tool) {
    return on(contract).stream().filter(some -> some.tool() == tool).findFirst();
  }

  /** Of all tools, also of those that were not run. */
  public List<Verdicts> on(String contract) {
    return verdicts.stream().filter(some -> some.contract().equals(contract)).toList();
  }

  /** Whether it was explored, passes all of that, and none of the other tools found anything. */
  public boolean clean(String contract) {
    return on(contract, Mode.EXPLORE).filter(Verdicts::clean).isPresent()
        && on(contract).stream().allMatch(some -> some.failed().isEmpty());
  }

  /** What any of the tools found: scenarios with kinds. */
  public Map<String, List<String>> failed(String contract) {
    return on(contract).stream()
        .flatMap(some -> some.failed().entrySet().stream())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                failed -> List.copyOf(new TreeSet<>(failed.getValue())),
                (one, other) -> {
                  TreeSet<String> both = new TreeSet<>(one);
                  both.addAll(other);
                  return List.copyOf(both);
                },
                TreeMap::new));
  }

  public Optional<Cost> cost(String measure) {
    return costs.stream().filter(cost -> cost.measure().equals(measure)).findFirst();
  }

  public Optional<Latency> latency(String transport) {
    return latencies.stream().filter(some -> some.transport().equals(transport)).findFirst();
  }
}
