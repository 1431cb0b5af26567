package dev.lockjaw.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands of the recipes for CI servers, in the environments that the servers would give
 * them.
 */
class RecipesTest {
  private static final Map<String, String> SMALL =
      Map.of(
          "LOCKJAW_RUN",
          "--scenario write-free,double-lock-ping --strategy none,plain --transport bc --jobs 1");

  @TempDir Path temp;
  private Checkout checkout;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = new Checkout(temp.resolve("a checkout"));
  }

  private static List<JsonNode> documents(String recipe) throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    try (MappingIterator<JsonNode> documents =
        yaml.readerFor(JsonNode.class).readValues(Checkout.recipe(recipe).toFile())) {
      return documents.readAll();
    }
  }

  private static Map<String, String> and(Map<String, String> some, String... pairs) {
    Map<String, String> all = new HashMap<>(some);
    for (int i = 0; i < pairs.length; i += 2) {
      all.put(pairs[i], pairs[i + 1]);
    }
    return all;
  }

  private void succeeds(String script, Map<String, String> environment) throws Exception {
    Checkout.Outcome outcome = checkout.run(script, environment);
    assertThat(outcome.code()).as(outcome.output()).isZero();
  }

  /** Every cell is in the merged results, and the reports are beside them. */
  private static void assertMerged(Path directory) throws IOException {
    assertThat(Files.readAllLines(directory.resolve("results.jsonl")))
        .filteredOn(line -> line.contains("\"schedules\"") && !line.contains("\"proof\""))
        .hasSize(4);
    assertThat(directory.resolve("junit.xml")).content().contains("tests=\"4\" failures=\"0\"");
    assertThat(directory.resolve("results.sarif")).exists();
    assertThat(directory.resolve("summary.md")).exists();
  }

  @Test
  void gitHubActions() throws Exception {
    JsonNode workflow = documents("github-actions.yml").get(0);
    JsonNode shard = workflow.at("/jobs/shard");
    JsonNode shards = shard.at("/strategy/matrix/shard");
    assertThat(shard.at("/env/SHARD").asText()).isEqualTo("${{ matrix.shard }}");
    assertThat(shard.at("/env/SHARDS").asText()).isEqualTo("${{ strategy.job-total }}");
    assertThat(workflow.at("/jobs/gate/needs").asText()).isEqualTo("shard");
    for (JsonNode index : shards) {
      for (String script : scripts(shard)) {
        String total = String.valueOf(shards.size());
        succeeds(script, and(SMALL, "SHARD", index.asText(), "SHARDS", total));
      }
    }
    Path summary = temp.resolve("summary.md");
    for (String script : scripts(workflow.at("/jobs/gate"))) {
      succeeds(script, Map.of("GITHUB_STEP_SUMMARY", summary.toString(), "LOCKJAW_GATE", ""));
    }
    assertThat(summary).content().startsWith("# Lockjaw: 4 cells");
    assertMerged(checkout.directory().resolve("lockjaw-out/merged"));
  }

  private static List<String> scripts(JsonNode job) {
    List<String> scripts = new ArrayList<>();
    job.get("steps")
        .forEach(
            step -> {
              if (step.has("run")) {
                scripts.add(step.get("run").asText());
              }
            });
    assertThat(scripts).isNotEmpty().noneMatch(script -> script.contains("${{"));
    return scripts;
  }

  @Test
  void gitLab() throws Exception {
    JsonNode pipeline = documents("gitlab-ci.yml").get(0);
    JsonNode shard = pipeline.get("lockjaw-shard");
    int total = shard.get("parallel").asInt();
    for (int index = 1; index <= total; index++) {
      succeeds(script(shard), and(SMALL, "CI_NODE_INDEX", "" + index, "CI_NODE_TOTAL", "" + total));
    }
    JsonNode gate = pipeline.get("lockjaw-gate");
    succeeds(script(gate), Map.of("LOCKJAW_GATE", "--strict"));
    assertThat(gate.at("/artifacts/reports/junit").asText())
        .isEqualTo("lockjaw-out/merged/junit.xml");
    assertMerged(checkout.directory().resolve("lockjaw-out/merged"));
  }

  private static String script(JsonNode job) {
    List<String> lines = new ArrayList<>();
    job.get("script").forEach(line -> lines.add(line.asText()));
    return String.join("\n", lines);
  }

  @Test
  void kubernetesIndexedJob() throws Exception {
    List<JsonNode> jobs = documents("kubernetes-indexed-job.yaml");
    JsonNode shards = jobs.get(0);
    JsonNode container = shards.at("/spec/template/spec/containers/0");
    int completions = shards.at("/spec/completions").asInt();
    assertThat(shards.at("/spec/completionMode").asText()).isEqualTo("Indexed");
    assertThat(container.at("/command").toString()).isEqualTo("[\"bash\",\"-c\"]");
    Map<String, String> given = environment(container);
    assertThat(given).containsEntry("SHARDS", "" + completions);
    Path results = Files.createDirectory(temp.resolve("results"));
    for (int index = 0; index < completions; index++) {
      Map<String, String> pod =
          and(given, "JOB_COMPLETION_INDEX", "" + index, "RESULTS", results.toString());
      succeeds(container.at("/args/0").asText(), and(pod, "LOCKJAW_RUN", SMALL.get("LOCKJAW_RUN")));
    }
    JsonNode gate = jobs.get(1).at("/spec/template/spec/containers/0");
    succeeds(gate.at("/args/0").asText(), and(environment(gate), "RESULTS", results.toString()));
    assertMerged(results.resolve("merged"));
  }

  private static Map<String, String> environment(JsonNode container) {
    Map<String, String> environment = new HashMap<>();
    container
        .get("env")
        .forEach(
            variable ->
                environment.put(variable.get("name").asText(), variable.get("value").asText()));
    return environment;
  }

  @Test
  void aMissingShardFailsTheGate() throws Exception {
    JsonNode pipeline = documents("gitlab-ci.yml").get(0);
    succeeds(
        script(pipeline.get("lockjaw-shard")),
        and(SMALL, "CI_NODE_INDEX", "1", "CI_NODE_TOTAL", "2"));

    Checkout.Outcome gate = checkout.run(script(pipeline.get("lockjaw-gate")), Map.of());

    assertThat(gate.output()).contains("lockjaw merge: shard 2/2 missing");
    assertThat(gate.code()).isEqualTo(2);
  }

  @Test
  void aFindingThatIsNewShutsTheGateAndNotTheShard() throws Exception {
    Files.writeString(
        checkout.directory().resolve("lockjaw-baseline.txt"),
        "double-lock-ping plain bc double-lock\n"
            + "covers: tls1.2 write-free,double-lock-ping none,plain bc\n");
    JsonNode pipeline = documents("gitlab-ci.yml").get(0);
    succeeds(
        script(pipeline.get("lockjaw-shard")),
        and(SMALL, "CI_NODE_INDEX", "1", "CI_NODE_TOTAL", "1"));

    Checkout.Outcome gate =
        checkout.run(
            script(pipeline.get("lockjaw-gate")),
            Map.of("LOCKJAW_BASELINE", "--baseline lockjaw-baseline.txt"));

    assertThat(gate.output())
        .contains("New: findings that the baseline does not expect", "Gate shut: 4 cells, 1 new");
    assertThat(gate.code()).isEqualTo(1);
  }
}
