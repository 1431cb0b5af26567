package dev.lockjaw.compare;

import java.util.List;
import java.util.Optional;

/**
 * One strategy.
 *
 * @param verdicts of each thread contract there was a transport of
 * @param costs what could be measured, each once
 */
public record Compared(
    String strategy, List<Verdicts> verdicts, List<Cost> costs, List<Latency> latencies) {

  public Optional<Verdicts> on(String contract) {
    return verdicts.stream().filter(some -> some.contract().equals(contract)).findFirst();
  }

  public Optional<Cost> cost(String measure) {
    return costs.stream().filter(cost -> cost.measure().equals(measure)).findFirst();
  }
}
