package dev.lockjaw.compare;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lockjaw.result.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Lock strategies side by side: what {@code compare.json} holds, field by field. A number that
 * could not be had is the string {@code "NaN"}, an unknown error {@code "Infinity"}.
 *
 * @param schema {@link #SCHEMA}
 * @param machine what it was measured on
 * @param settings how many rounds, and of JMH forks, iterations and their length
 * @param strategies in the order of lists, the control {@code none} among them
 * @param advice for each thread contract, what follows
 */
public record Comparison(
    int schema, String machine, String settings, List<Compared> strategies, List<Advice> advice) {
  /** The version of the file's shape. */
  public static final int SCHEMA = 2;

  /** The oldest that can be read: it has the verdicts of one tool alone, and other latencies. */
  private static final int OLDEST = 1;

  /** The name of the file. */
  public static final String NAME = "compare.json";

  /** The strategy that the others' costs are ratios to. */
  public static final String CONTROL = "none";

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
          .addMixIn(Mode.class, ModeById.class)
          .build();

  /** Writes and reads a mode by its id. */
  private interface ModeById {
    @JsonValue
    String id();
  }

  /** Measures of any strategy, each once, in the order in which they were measured. */
  public List<String> measures() {
    return strategies.stream()
        .flatMap(strategy -> strategy.costs().stream())
        .map(Cost::measure)
        .distinct()
        .toList();
  }

  /** The transports that latencies were measured on, each once. */
  public List<String> latencyTransports() {
    return strategies.stream()
        .flatMap(strategy -> strategy.latencies().stream())
        .map(Latency::transport)
        .distinct()
        .toList();
  }

  /** The thread contracts that there are verdicts for. */
  public List<String> contracts() {
    return strategies.stream()
        .flatMap(strategy -> strategy.verdicts().stream())
        .map(Verdicts::contract)
        .distinct()
        .toList();
  }

  /** Of each tool that was not run, or not on everything, why; in sentences without an end. */
  public List<String> leftOut() {
    return strategies.stream()
        .flatMap(strategy -> strategy.verdicts().stream())
        .filter(verdicts -> verdicts.reason() != null)
        .map(verdicts -> verdicts.tool().id() + ": " + verdicts.reason())
        .distinct()
        .toList();
  }

  /** Whether a tool came to anything, for a contract, with whatever strategy. */
  public boolean ran(Mode tool, String contract) {
    return strategies.stream()
        .flatMap(one -> one.on(contract, tool).stream())
        .anyMatch(verdicts -> verdicts.run() > 0);
  }

  public void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(this) + '\n');
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws IllegalArgumentException with one line, if it is something else
   */
  public static Comparison read(Path file) throws IOException {
    try {
      Comparison read = JSON.readValue(Files.readString(file), Comparison.class);
      if (read == null || read.schema < OLDEST || read.schema > SCHEMA || read.strategies == null) {
        throw new IllegalArgumentException("it is no " + NAME + " of schema " + SCHEMA);
      }
      return read;
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(
          "it is no " + NAME + ": " + malformed.getOriginalMessage(), malformed);
    }
  }
}
