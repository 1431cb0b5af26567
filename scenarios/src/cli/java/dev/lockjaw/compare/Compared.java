package dev.lockjaw.compare;

import dev.lockjaw.result.Mode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The results of one strategy.
 *
 * @param verdicts of each tool, for each thread contract of the transports
 * @param costs one for each measure
 */
public record Compared(
    String strategy, List<Verdicts> verdicts, List<Cost> costs, List<Latency> latencies) {

  /** The verdicts of one tool. */
  public Optional<Verdicts> on(String contract, Mode tool) {
    return on(contract).stream().filter(some -> some.tool() == tool).findFirst();
  }

  /** The verdicts of all tools, including those that were not run. */
  public List<Verdicts> on(String contract) {
    return verdicts.stream().filter(some -> some.contract().equals(contract)).toList();
  }

  /** Whether it was explored and passes, and no other tool found anything. */
  public boolean clean(String contract) {
    return on(contract, Mode.EXPLORE).filter(Verdicts::clean).isPresent()
        && on(contract).stream().allMatch(some -> some.failed().isEmpty());
  }

  /** The failed scenarios under all tools, with the kinds of findings. */
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
