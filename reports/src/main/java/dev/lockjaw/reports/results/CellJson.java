package dev.lockjaw.reports.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * A cell's line of {@code results.jsonl}. Part of the outside contract: fields may be added, and
 * none removed or given another meaning.
 */
final class CellJson {
  /** What a proof's line has in place of a cell's fields. */
  static final String PROOF = "proof";

  private CellJson() {}

  static ObjectNode write(CellLine line) {
    CellResult result = line.result();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schema", ResultsFile.SCHEMA);
    json.put("scenario", result.scenario());
    json.put("strategy", result.strategy());
    json.put("transport", result.transport());
    json.put("protocol", result.protocol());
    json.put("mode", result.mode());
    json.put("seed", result.seed());
    json.put("verdict", result.verdict().id());
    json.put("expected", line.expected().verdict().id());
    ArrayNode kinds = json.putArray("expectedKinds");
    line.expected().kinds().forEach(kind -> kinds.add(kind.id()));
    json.put("schedules", result.schedules());
    json.put("pruned", result.pruned());
    json.put("failing", result.failing());
    json.put("races", result.races());
    json.put("random", result.random());
    json.put("exhausted", result.exhausted());
    json.put("preemptions", result.preemptions());
    json.put("elapsedMs", result.elapsedMs());
    json.put("connectMs", result.connectMs());
    json.put("schedulesPerSecond", Math.round(line.schedulesPerSecond() * 10) / 10.0);
    json.put("firstFindingMs", result.firstFindingMs());
    json.put("firstFindingSchedule", result.firstFindingSchedule());
    ArrayNode findings = json.putArray("findings");
    result.findings().forEach(finding -> findings.add(FindingJson.write(finding)));
    json.put("reason", result.reason());
    return json;
  }

  /** The line of a cell that was run to prove that faults are seen. */
  static ObjectNode writeProof(CellLine line) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schema", ResultsFile.SCHEMA);
    json.set(PROOF, write(line));
    return json;
  }

  static CellLine read(JsonNode json) {
    return new CellLine(
        new CellResult(
            Fields.text(json, "scenario"),
            Fields.text(json, "strategy"),
            Fields.text(json, "transport"),
            Fields.text(json, "protocol"),
            Fields.text(json, "mode"),
            Fields.later(json, "seed"),
            verdict(json, "verdict", List.of(Verdict.values())),
            Fields.whole(json, "schedules"),
            Fields.whole(json, "pruned"),
            Fields.whole(json, "failing"),
            Fields.later(json, "races"),
            Fields.whole(json, "random"),
            Fields.flag(json, "exhausted"),
            (int) Fields.whole(json, "preemptions"),
            Fields.number(json, "elapsedMs"),
            Fields.number(json, "connectMs"),
            Fields.number(json, "firstFindingMs"),
            Fields.whole(json, "firstFindingSchedule"),
            FindingJson.list(json, "findings", FindingJson::read),
            Fields.optional(json, "reason")),
        new Expected(verdict(json, "expected", List.of(Verdict.PASS, Verdict.FAIL)), kinds(json)));
  }

  private static Verdict verdict(JsonNode json, String field, List<Verdict> possible) {
    String id = Fields.text(json, field);
    return possible.stream()
        .filter(verdict -> verdict.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new MalformedResultsException(
                    "field '" + field + "' is '" + id + "', which is not a verdict there"));
  }

  /** A kind that is not known here can't be found here either, so it is left out. */
  private static List<FindingKind> kinds(JsonNode json) {
    return FindingJson.list(json, "expectedKinds", JsonNode::asText).stream()
        .map(Kinds::named)
        .flatMap(Optional::stream)
        .toList();
  }
}
