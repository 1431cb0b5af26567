package dev.lockjaw.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * The results of Lockjaw's benchmarks that JMH's {@code -rf json} has written, in one round or in
 * several.
 *
 * <p>A round measures everything once, in new JVMs. Its value is the median of its iterations,
 * which a disturbance shorter than half of them doesn't move. Strategies that took turns in one JVM
 * are compared iteration by iteration, and the value is the median of the ratios. With {@link
 * Estimate#ENOUGH} rounds or more, a ratio is the mean of the rounds' ratios, and its error follows
 * from their scatter. That error includes the differences between JVMs. It excludes a slow drift of
 * the machine, which affects the strategy and the control alike. With fewer rounds the first one
 * counts, with JMH's own error, which follows from the scatter of iterations in one JVM.
 */
public final class JmhResults {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> results = new ArrayList<>();

  /** Adds a file. A missing file adds nothing. */
  public void add(Path file) throws IOException {
    if (Files.exists(file)) {
      JSON.readTree(file.toFile()).forEach(results::add);
    }
  }

  /** The costs under a strategy; ratios are to the same measure under {@code none}. */
  public List<Cost> costs(String strategy) {
    Map<String, List<Sample>> control = samples(Comparison.CONTROL);
    List<Cost> costs = new ArrayList<>();
    samples(strategy)
        .forEach(
            (measure, rounds) ->
                costs.add(
                    new Cost(
                        measure,
                        nanos(rounds),
                        strategy.equals(Comparison.CONTROL)
                            ? new Estimate(1, 0)
                            : ratio(rounds, control.getOrDefault(measure, List.of())))));
    return costs;
  }

  /**
   * One round's measurements.
   *
   * @param iterations in their order
   * @param inTurn whether iterations of different strategies with one number belong together
   * @param jmh JMH's own estimate
   */
  private record Sample(double[] iterations, boolean inTurn, Estimate jmh) {
    double median() {
      return median(iterations.clone());
    }

    double over(Sample control) {
      if (!inTurn) {
        return median() / control.median();
      }
      return median(
          IntStream.range(0, Math.min(iterations.length, control.iterations.length))
              .mapToDouble(turn -> iterations[turn] / control.iterations[turn])
              .toArray());
    }

    private static double median(double[] values) {
      Arrays.sort(values);
      int half = values.length / 2;
      return values.length == 0
          ? Double.NaN
          : values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }
  }

  /** The samples of each measure, in the order of the rounds. */
  private Map<String, List<Sample>> samples(String strategy) {
    Map<String, List<Sample>> samples = new LinkedHashMap<>();
    for (JsonNode result : results) {
      if (result.path("mode").asText().equals("avgt")) {
        for (String part : parts(result)) {
          samples(result, part, strategy)
              .forEach(
                  sample ->
                      samples
                          .computeIfAbsent(measure(result, part), m -> new ArrayList<>())
                          .add(sample));
        }
      }
    }
    return samples;
  }

  private static List<Sample> samples(JsonNode result, String part, String strategy) {
    JsonNode metric = metric(result, part);
    List<double[]> forks = forks(metric);
    String turns = result.path("params").path("strategies").asText();
    if (turns.isEmpty()) {
      double[] all = forks.stream().flatMapToDouble(Arrays::stream).toArray();
      return strategy.equals(result.path("params").path("strategy").asText())
          ? List.of(new Sample(all, false, estimate(metric)))
          : List.of();
    }
    List<String> order = List.of(turns.split("\\+"));
    return order.contains(strategy)
        ? forks.stream()
            .map(fork -> new Sample(every(order, strategy, fork), true, Estimate.NONE))
            .toList()
        : List.of();
  }

  private static double[] every(List<String> order, String strategy, double[] iterations) {
    return IntStream.range(0, iterations.length)
        .filter(i -> order.get(i % order.size()).equals(strategy))
        .mapToDouble(i -> iterations[i])
        .toArray();
  }

  /** The iterations of each JVM. */
  private static List<double[]> forks(JsonNode metric) {
    return StreamSupport.stream(metric.path("rawData").spliterator(), false)
        .map(
            fork ->
                StreamSupport.stream(fork.spliterator(), false)
                    .mapToDouble(JmhResults::number)
                    .toArray())
        .toList();
  }

  private static Estimate nanos(List<Sample> rounds) {
    return rounds.size() < Estimate.ENOUGH
        ? rounds.get(0).jmh()
        : Estimate.of(rounds.stream().mapToDouble(Sample::median).toArray());
  }

  private static Estimate ratio(List<Sample> rounds, List<Sample> control) {
    int both = Math.min(rounds.size(), control.size());
    if (both == 0) {
      return Estimate.NONE;
    }
    if (both < Estimate.ENOUGH) {
      return rounds.get(0).jmh().over(control.get(0).jmh());
    }
    return Estimate.of(
        IntStream.range(0, both)
            .mapToDouble(round -> rounds.get(round).over(control.get(round)))
            .toArray());
  }

  /**
   * The methods of a group, which are separate measures; an empty name for a benchmark without one.
   */
  private static List<String> parts(JsonNode result) {
    return result.path("benchmark").asText().endsWith(".beside")
        ? List.of("send", "receive")
        : List.of("");
  }

  private static JsonNode metric(JsonNode result, String part) {
    return part.isEmpty()
        ? result.path("primaryMetric")
        : result.path("secondaryMetrics").path(part);
  }

  private static String measure(JsonNode result, String part) {
    String benchmark = result.path("benchmark").asText();
    JsonNode params = result.path("params");
    if (benchmark.endsWith("GuardedSection.one")) {
      return "section";
    }
    if (benchmark.endsWith("GuardedSection.two")) {
      return "section 2 threads";
    }
    if (benchmark.endsWith("RecordsInTurn.send")) {
      return record(params.path("transport").asText(), params.path("bytes").asInt());
    }
    return part + " beside " + params.path("transport").asText();
  }

  /** The name of the measure of {@code RecordsInTurn}. */
  public static String record(String transport, int bytes) {
    return "record " + (bytes < 1024 ? bytes + " B " : bytes / 1024 + " KiB ") + transport;
  }

  private static Estimate estimate(JsonNode metric) {
    double error = number(metric.path("scoreError"));
    return new Estimate(
        number(metric.path("score")), Double.isNaN(error) ? Double.POSITIVE_INFINITY : error);
  }

  /** JMH writes NaN as a string. */
  private static double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : Double.NaN;
  }
}
