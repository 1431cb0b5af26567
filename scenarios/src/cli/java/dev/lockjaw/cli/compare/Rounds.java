package dev.lockjaw.cli.compare;

import dev.lockjaw.compare.JmhResults;
import dev.lockjaw.explain.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Measures in rounds, in each of which every strategy is measured at everything once, in JVMs that
 * are that round's: {@link JmhResults} makes of them what rounds are for. A quick comparison has
 * one.
 *
 * @param count how many
 * @param planted percent by which records are to cost more than they do, under all strategies but
 *     the control
 */
record Rounds(
    boolean quick,
    int count,
    int planted,
    List<Measurement> measurements,
    List<String> strategies) {
  /** Enough for Student's t to be 6.0 at 99.9 %; five would make it 8.6. */
  static final int FULL = 7;

  /** Fewer would leave the error to JMH, for which strategies that take turns are one. */
  private static final int QUICK_JVMS = 3;

  private static final double SECONDS_TO_START = 1;

  /** What there is to do, round by round. */
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

  /** What a benchmark takes with its settings, and JMH on top. */
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

  /** How, as JMH's options have it. */
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
