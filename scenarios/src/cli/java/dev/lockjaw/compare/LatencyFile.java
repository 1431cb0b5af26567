package dev.lockjaw.compare;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file by which the JVM that measures latencies passes them to the one that compares. */
public record LatencyFile(List<Entry> entries) {
  private static final JsonMapper JSON = new JsonMapper();

  /** The latency of a strategy. */
  public record Entry(String strategy, Latency latency) {}

  public void write(Path file) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(this));
  }

  public static LatencyFile read(Path file) throws IOException {
    return JSON.readValue(Files.readString(file), LatencyFile.class);
  }
}
