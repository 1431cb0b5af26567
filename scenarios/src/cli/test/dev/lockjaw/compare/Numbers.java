package dev.lockjaw.compare;

import dev.lockjaw.result.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Invented comparisons for tests. */
final class Numbers {
  static final String RECORD = "record 64 B jsse";

  private Numbers() {}

  static Comparison comparison(Compared... strategies) {
    return new Comparison(Comparison.SCHEMA, "a machine", "-f 1", List.of(strategies), List.of());
  }

  /** A strategy with this cost that fails these of the four scenarios. */
  static Compared strategy(String name, double ratio, double error, String... failed) {
    Map<String, List<String>> failures = new TreeMap<>();
    Arrays.stream(failed).forEach(scenario -> failures.put(scenario, List.of("deadlock")));
    List<String> passed =
        List.of("read-free", "relay", "send-order", "write-free").stream()
            .filter(scenario -> !failures.containsKey(scenario))
            .toList();
    Estimate estimate = new Estimate(ratio, error);
    return new Compared(
        name,
        List.of(new Verdicts(Mode.EXPLORE, "DUPLEX", List.of("jsse"), passed, failures, null)),
        List.of(new Cost(RECORD, new Estimate(100 * ratio, 100 * error), estimate)),
        List.of(new Latency("jsse", 1, 2, 3, 4, 5, 6, 7, 8)));
  }
}
