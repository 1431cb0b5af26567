package dev.lockjaw.cli.compare;

import dev.lockjaw.cli.option.Patterns;
import dev.lockjaw.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What to measure.
 *
 * @param latencies the transports on which sends are timed beside reads and frees
 */
record Measures(List<Measurement> costs, List<Transport> latencies) {
  /**
   * The measurements that the user selected.
   *
   * @param patterns patterns of names; null for all
   */
  static Measures of(CompareSubject subject, boolean quick, List<String> patterns) {
    List<Measurement> costs = Measurement.of(subject.transports(), quick);
    List<Transport> latencies = subject.measured(quick);
    List<String> names = new ArrayList<>(costs.stream().map(Measurement::name).toList());
    latencies.forEach(transport -> names.add(name(transport)));
    List<String> picked =
        new Patterns<>(
                "measure", names, Function.identity(), "they are: " + String.join("; ", names))
            .pick(patterns);
    return new Measures(
        costs.stream().filter(one -> picked.contains(one.name())).toList(),
        latencies.stream().filter(one -> picked.contains(name(one))).toList());
  }

  private static String name(Transport transport) {
    return CompareLatencies.MEASURE + transport.id();
  }
}
