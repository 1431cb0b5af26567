package dev.lockjaw.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of a run without what differs between two runs of the same cells. */
record Untimed(List<String> results, String failures, String sarif) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> TIMES =
      List.of("started", "elapsedMs", "connectMs", "schedulesPerSecond", "firstFindingMs");

  static Untimed of(Path directory) throws IOException {
    JsonNode sarif = MAPPER.readTree(directory.resolve("results.sarif").toFile());
    ((ObjectNode) sarif.at("/runs/0/invocations/0")).remove("startTimeUtc");
    return new Untimed(
        results(directory),
        Files.readString(directory.resolve("failures.txt")),
        sarif.toPrettyString());
  }

  /** The lines, in an order of their own: that of the file is the order in which cells ended. */
  static List<String> results(Path directory) throws IOException {
    return Files.readString(directory.resolve("results.jsonl"))
        .lines()
        .map(Untimed::line)
        .sorted()
        .toList();
  }

  private static String line(String line) {
    try {
      JsonNode json = MAPPER.readTree(line);
      ((ObjectNode) json).remove(TIMES);
      if (json.has("proof")) {
        ((ObjectNode) json.get("proof")).remove(TIMES);
      }
      return json.toString();
    } catch (IOException broken) {
      throw new AssertionError(line, broken);
    }
  }
}
