package dev.lockjaw.cli;

import dev.lockjaw.compare.JmhResults;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures in rounds, in each of which every strategy is measured at everything once, in a JVM of
 * its own: {@link JmhResults} makes of them what rounds are for. A quick comparison has one, and
 * measures all strategies at a session in one JVM.
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

  private static final String QUICK_SECTION = "-f 1 -wi 3 -w 100ms -i 20 -r 20ms";
  private static final String QUICK_SESSION = "-f 0 -wm BULK -wi 4 -w 150ms -i 14 -r 50ms";
  private static final String SECTION = "-f 1 -wi 3 -w 100ms -i 5 -r 50ms";
  private static final String SESSION = "-f 1 -wi 4 -w 250ms -i 9 -r 50ms";

  /** What a benchmark takes with these settings, and JMH on top. */
  private static final double QUICK_SECTION_SECONDS = 1.3;

  private static final double QUICK_SESSION_SECONDS = 1.4;
  private static final double SECTION_SECONDS = 1.2;
  private static final double SESSION_SECONDS = 2.1;
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
                SECONDS_TO_START + seconds(measurement) * strategies.size(),
                () ->
                    benchmarks.measure(
                        measurement.benchmark(), settings(measurement), parameters(measurement))));
      }
    }
    return steps;
  }

  private double seconds(Measurement measurement) {
    return quick
        ? measurement.session() ? QUICK_SESSION_SECONDS : QUICK_SECTION_SECONDS
        : measurement.session() ? SESSION_SECONDS : SECTION_SECONDS;
  }

  private String settings(Measurement measurement) {
    return measurement.session() ? session() : section();
  }

  private String section() {
    return quick ? QUICK_SECTION : SECTION;
  }

  private String session() {
    return quick ? QUICK_SESSION : SESSION;
  }

  private List<String> parameters(Measurement measurement) {
    List<String> parameters = new ArrayList<>(measurement.parameters());
    parameters.add("strategy=" + String.join(",", strategies));
    if (planted > 0 && measurement.benchmark().equals("GuardedRecord")) {
      parameters.add("planted=" + planted);
    }
    return parameters;
  }

  /** How, as JMH's options have it. */
  String settings() {
    return Counted.of(count, "round") + " of " + section() + "; " + session();
  }
}
