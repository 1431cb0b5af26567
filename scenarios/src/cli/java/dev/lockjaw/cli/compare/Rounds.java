package dev.lockjaw.cli.compare;

import dev.lockjaw.compare.JmhResults;
import dev.lockjaw.explain.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Measures in rounds. A round measures every cost of every strategy once, in JVMs of its own.
 * {@link JmhResults} computes errors from the differences between rounds. A quick comparison has
 * one round.
 *
 * @param count the number of rounds
 * @param planted percent by which records cost more, under all strategies but the control
 */
record Rounds(
    boolean quick,
    int count,
    int planted,
    List<Measurement> measurements,
    List<String> strategies) {
  /** With seven rounds, Student's t is 6.0 at 99.9 %; with five it is 8.6. */
  static final int FULL = 7;

  /** With fewer, only JMH gives an error, and it takes strategies in turns for one. */
  private static final int QUICK_JVMS = 3;

  private static final double SECONDS_TO_START = 1;

  /** The steps, round by round. */
  List<CompareStep> steps(Benchmarks benchmarks) {
    List<CompareStep> steps = new ArrayList<>();
    for (int round = 1; round <= count; round++) {
      String which = count == 1 ? "" : ", round " + round + " of " + count;
      for (Measurement measurement : measurements) {
        steps.add(
            new CompareStep(
                measurement.name() + which,
                SECONDS_TO_START + seconds(measurement),
                () ->
                    benchmarks.measure(
                        measurement.benchmark(),
                        settings(measurement.way()),
                        parameters(measurement))));
      }
    }
    return steps;
  }

  /** Seconds that a benchmark takes with its settings, start of JMH included. */
  private double seconds(Measurement measurement) {
    int all = strategies.size();
    return switch (measurement.way()) {
      case JVM_EACH -> (quick ? 1.3 : 1.2) * all;
      case SESSION_EACH -> (quick ? 1.4 : 2.1) * all;
      case IN_TURN -> quick ? QUICK_JVMS * (2.4 + 0.25 * all) : 3.6 + 0.4 * all;
    };
  }

  private String settings(Measurement.Way way) {
    return switch (way) {
      case JVM_EACH ->
          quick ? "-f 1 -wi 3 -w 100ms -i 20 -r 20ms" : "-f 1 -wi 3 -w 100ms -i 5 -r 50ms";
      case SESSION_EACH ->
          quick ? "-f 0 -wm BULK -wi 4 -w 150ms -i 14 -r 50ms" : "-f 1 -wi 4 -w 250ms -i 9 -r 50ms";
      case IN_TURN ->
          quick
              ? "-f " + QUICK_JVMS + " -wi 40 -w 40ms -r 10ms -i " + 20 * strategies.size()
              : "-f 1 -wi 60 -w 40ms -r 10ms -i " + 30 * strategies.size();
    };
  }

  private List<String> parameters(Measurement measurement) {
    List<String> parameters = new ArrayList<>(measurement.parameters());
    if (measurement.way() != Measurement.Way.IN_TURN) {
      parameters.add("strategy=" + String.join(",", strategies));
      return parameters;
    }
    parameters.add("strategies=" + String.join("+", strategies));
    parameters.add("planted=" + planted);
    return parameters;
  }

  /** The settings, as options of JMH. */
  String settings() {
    return Text.count(count, "round")
        + " of "
        + measurements.stream()
            .map(Measurement::way)
            .distinct()
            .map(this::settings)
            .collect(Collectors.joining("; "));
  }
}
