package dev.lockjaw.reports.results;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SpecVersion;
import dev.lockjaw.reports.Samples;
import dev.lockjaw.reports.Schemas;
import dev.lockjaw.result.Act;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Passing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResultsSchemaTest {
  private static final String RESOURCE = "/dev/lockjaw/reports/results/results-1.schema.json";

  @TempDir private Path temp;
  private List<String> lines;

  private static List<String> complaints(String line) {
    return Schemas.complaints(RESOURCE, SpecVersion.VersionFlag.V202012, line);
  }

  @BeforeEach
  void write() throws IOException {
    Header header =
        new Header(
            "1.2",
            "17",
            "Linux",
            4,
            Instant.EPOCH,
            new RunOptions(Map.of("preemptions", 2, "seed", -1)));
    try (ResultsFile file = ResultsFile.create(temp, header)) {
      file.appendProof(
          new CellLine(
              Samples.failed(
                  "s",
                  "l",
                  "t",
                  Samples.deadlock().beside(Passing.none(9)),
                  Samples.besidePassing()),
              Expected.PASS));
      Samples.mixed().forEach(file::append);
      file.append(new CellLine(Samples.failed("s", "l", "t", Samples.hostile()), Expected.PASS));
    }
    lines = Files.readAllLines(temp.resolve(ResultsFile.NAME));
  }

  @Test
  void acceptsWhatIsWritten() {
    assertThat(lines).hasSize(12).allSatisfy(line -> assertThat(complaints(line)).isEmpty());
  }

  @Test
  void acceptsFieldsOfALaterVersion() {
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(complaints(line.replace("{\"schema\"", "{\"new\":[1],\"schema\"")))
                    .isEmpty());
  }

  /** Of the lines, the first is the header, the second the proof, and the fourth has a finding. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0 | results/1"       | results/2"
          0 | "cores":4        | "cores":"4"
          0 | "cores":4        | "cores":0
          0 | 1970-01-01T      | yesterday
          0 | "java"           | "jvm"
          0 | "preemptions":2  | "preemptions":"two"
          0 | "seed":-1        | "shard":"1/2"
          0 | "seed":-1        | "shard":"0/2","shardCells":1
          1 | "verdict":"fail" | "verdict":"fine"
          1 | "proof"          | "prof"
          1 | "tried":9        | "tried":-1
          1 | "same":1         | "same":"1"
          3 | "kind":"double   | "kind":"Double
          3 | "verdict":"fail" | "verdict":"pass"
          3 | "verdict":"fail" | "verdict":"error"
          3 | "expected":"pass" | "expected":"error"
          3 | "schedules":20   | "schedules":20.5
          3 | "schedules":20   | "schedules":-1
          3 | "schedules":20   | "schedulez":20
          3 | "exhausted":true | "exhausted":"true"
          3 | "token":"        | "tokens":"
          3 | "stack":["       | "stack":[1,"
          3 | "action":"lock R" | "action":null
          3 | "firstFindingSchedule":3 | "firstFindingSchedule":0
          3 | "ending":"complete" | "ending":"over"
          3 | "mode":"explore" | "mode":"guess"
          3 | "scenario":"read-write" | "scenario":""
          """)
  void rejectsWhatIsWrong(int line, String right, String wrong) {
    String broken = lines.get(line).replaceFirst("\\Q" + right + "\\E", wrong);
    assertThat(broken).isNotEqualTo(lines.get(line));
    assertThat(complaints(broken)).isNotEmpty();
  }

  @Test
  void isOfTheVersionThatIsWrittenAndKnowsEveryEndingAndMode() throws IOException {
    JsonNode schema = new ObjectMapper().readTree(getClass().getResourceAsStream(RESOURCE));
    assertThat(schema.at("/properties/schema/const").asText()).isEqualTo(ResultsFile.SCHEMA);
    assertThat(schema.get("$id").asText()).isEqualTo("urn:lockjaw:results:1");
    assertThat(schema.at("/$defs/cell/properties/ending/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(Arrays.stream(EndingKind.values()).map(EndingKind::id).toList());
    assertThat(schema.at("/$defs/mode/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(
            Arrays.stream(Mode.values())
                .filter(mode -> mode != Mode.REPLAY)
                .map(Mode::id)
                .toList());
    assertThat(schema.at("/$defs/step/properties/kind/enum"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(
            Arrays.stream(Act.Kind.values())
                .filter(kind -> kind != Act.Kind.OTHER)
                .map(Act.Kind::id)
                .toList());
  }

  @ParameterizedTest
  @EnumSource
  void acceptsEveryKindOfFinding(FindingKind kind) {
    String line =
        lines.get(3).replaceFirst("\"kind\":\"[a-z-]+\"", "\"kind\":\"" + kind.id() + '"');
    assertThat(line).contains("\"kind\":\"" + kind.id() + '"');
    assertThat(complaints(line)).isEmpty();
  }
}
