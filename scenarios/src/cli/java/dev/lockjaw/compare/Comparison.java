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
 * Lock strategies side by side: the contents of {@code compare.json}, field by field. A missing
 * number is the string {@code "NaN"}, an unknown error {@code "Infinity"}.
 *
 * @param schema {@link #SCHEMA}
 * @param machine on which it was measured
 * @param settings the number of rounds, and JMH's forks, iterations and their length
 * @param strategies in the order of lists, including the control {@code none}
 * @param advice the conclusion for each thread contract
 */
public record Comparison(
    int schema, String machine, String settings, List<Compared> strategies, List<Advice> advice) {
  /** The version of the file's schema. */
  public static final int SCHEMA = 2;

  /** The oldest readable version. It has the verdicts of one tool only, and other latencies. */
  private static final int OLDEST = 1;

  /** The name of the file. */
  public static final String NAME = "compare.json";

  /** The strategy to which the others' costs are relative. */
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

  /** The measures of all strategies, without duplicates, in the order of measurement. */
  public List<String> measures() {
    return strategies.stream()
        .flatMap(strategy -> strategy.costs().stream())
        .map(Cost::measure)
        .distinct()
        .toList();
  }

  /** The transports on which latencies were measured, without duplicates. */
  public List<String> latencyTransports() {
    return strategies.stream()
        .flatMap(strategy -> strategy.latencies().stream())
        .map(Latency::transport)
        .distinct()
        .toList();
  }

  /** The thread contracts for which there are verdicts. */
  public List<String> contracts() {
    return strategies.stream()
        .flatMap(strategy -> strategy.verdicts().stream())
        .map(Verdicts::contract)
        .distinct()
        .toList();
  }

  /** For each tool that was not run, or not completely, the reason, without a full stop. */
  public List<String> leftOut() {
    return strategies.stream()
        .flatMap(strategy -> strategy.verdicts().stream())
        .filter(verdicts -> verdicts.reason() != null)
        .map(verdicts -> verdicts.tool().id() + ": " + verdicts.reason())
        .distinct()
        .toList();
  }

  /** Whether a tool has a result for a contract, with any strategy. */
  public boolean ran(Mode tool, String contract) {
    return strategies.stream()
        .flatMap(one -> one.on(contract, tool).stream())
        .anyMatch(verdicts -> verdicts.run() > 0);
  }

  public void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(this) + '\n');
  }

  /**
   * Reads a file of {@link #write}.
   *
   * @throws IllegalArgumentException with one line, if it is another kind of file
   */
  public static Comparison read(Path file) throws IOException {
    try {
      Comparison read = JSON.readValue(Files.readString(file), Comparison.class);
      if (read == null || read.schema < OLDEST || read.schema > SCHEMA || read.strategies == null) {
        throw new IllegalArgumentException("it is not a " + NAME + " of schema " + SCHEMA);
      }
      return read;
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(
          "it is not a " + NAME + ": " + malformed.getOriginalMessage(), malformed);
    }
  }
}
