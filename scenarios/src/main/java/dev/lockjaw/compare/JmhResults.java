package dev.lockjaw.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What JMH's {@code -rf json} has written of Lockjaw's benchmarks. */
public final class JmhResults {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> results = new ArrayList<>();

  /** Adds a file; one that is not there adds nothing. */
  public void add(Path file) throws IOException {
    if (Files.exists(file)) {
      JSON.readTree(file.toFile()).forEach(results::add);
    }
  }

  /** The mean times under a strategy; ratios are to the same under {@code none}. */
  public List<Cost> costs(String strategy) {
    List<Cost> costs = new ArrayList<>();
    for (JsonNode result : results) {
      if (result.path("mode").asText().equals("avgt") && strategy.equals(strategy(result))) {
        for (String part : parts(result)) {
          costs.add(cost(result, part));
        }
      }
    }
    return costs;
  }

  private Cost cost(JsonNode result, String part) {
    Estimate nanos = estimate(metric(result, part));
    Estimate control =
        results.stream()
            .filter(other -> other.path("mode").asText().equals("avgt"))
            .filter(other -> Comparison.CONTROL.equals(strategy(other)))
            .filter(other -> measure(other, part).equals(measure(result, part)))
            .findFirst()
            .map(other -> estimate(metric(other, part)))
            .orElse(Estimate.NONE);
    boolean isControl = Comparison.CONTROL.equals(strategy(result));
    return new Cost(
        measure(result, part), nanos, isControl ? new Estimate(1, 0) : nanos.over(control));
  }

  /** How long sends took under a strategy beside a reader, on each transport measured. */
  public List<Latency> latencies(String strategy) {
    return results.stream()
        .filter(result -> result.path("mode").asText().equals("sample"))
        .filter(result -> strategy.equals(strategy(result)))
        .map(JmhResults::latency)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Latency> latency(JsonNode result) {
    JsonNode percentiles = metric(result, "send").path("scorePercentiles");
    if (percentiles.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(
        new Latency(
            result.path("params").path("transport").asText(),
            number(percentiles.path("50.0")),
            number(percentiles.path("90.0")),
            number(percentiles.path("99.0")),
            number(percentiles.path("99.9")),
            number(percentiles.path("100.0"))));
  }

  private static String strategy(JsonNode result) {
    return result.path("params").path("strategy").asText();
  }

  /** A group's methods, which are told apart; else one that stands for the whole. */
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
    if (benchmark.endsWith("GuardedRecord.send")) {
      return record(params.path("transport").asText(), params.path("bytes").asInt());
    }
    return part + " beside " + params.path("transport").asText();
  }

  /** The name of what {@code GuardedRecord} measures. */
  static String record(String transport, int bytes) {
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
