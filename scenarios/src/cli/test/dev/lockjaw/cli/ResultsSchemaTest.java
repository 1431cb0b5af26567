package dev.lockjaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.lockjaw.reports.results.ResultsFile;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real runs write is as the schema that is shipped says. */
class ResultsSchemaTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path directory;

  private List<String> run(String... args) throws Exception {
    new CommandRun(directory).with(new Missing()).run(args);
    return Files.readAllLines(directory.resolve("out/results.jsonl"));
  }

  private static void assertValid(List<String> lines) throws Exception {
    try (InputStream text =
        ResultsFile.class.getResourceAsStream(
            "/dev/lockjaw/reports/results/results-1.schema.json")) {
      JsonSchema schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(MAPPER.readTree(text));
      for (String line : lines) {
        assertThat(schema.validate(MAPPER.readTree(line))).as(line).isEmpty();
      }
    }
  }

  @Test
  void aRunOfEveryOutcome() throws Exception {
    List<String> lines =
        run(
            "run",
            "--scenario",
            "write-free,key-update,double-lock-ping,ping-send-inversion",
            "--strategy",
            "plain,none",
            "--transport",
            "bc,missing",
            "--out",
            "out");
    assertThat(lines).hasSize(1 + 1 + 16);
    assertValid(lines);
  }

  @Test
  void aShardThatRanOutOfTime() throws Exception {
    List<String> lines =
        run("run", "--transport", "bc", "--shard", "2/7", "--budget", "300ms", "--out", "out");
    assertThat(lines.get(0)).contains("\"shard\":\"2/7\"", "\"budgetMs\":300");
    assertValid(lines);
  }
}
