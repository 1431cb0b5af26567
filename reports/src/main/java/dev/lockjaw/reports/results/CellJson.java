package dev.lockjaw.reports.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A cell's line of {@code results.jsonl}. It is a contract with readers outside: fields may be
 * added, but none is removed or changes its meaning.
 */
final class CellJson {
  /** The field of a proof's line that holds the cell. */
  static final String PROOF = "proof";

  private static final List<Mode> MODES =
      List.of(Mode.EXPLORE, Mode.STRESS, Mode.JCSTRESS, Mode.LINCHECK, Mode.WATCH);

  private CellJson() {}

  static ObjectNode write(CellLine line) {
    CellResult result = line.result();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schema", ResultsFile.SCHEMA);
    json.put("scenario", result.id().scenario());
    json.put("strategy", result.id().strategy());
    json.put("transport", result.id().transport());
    json.put("protocol", result.id().protocol());
    json.put("mode", result.mode().id());
    json.put("seed", result.seed());
    json.put("verdict", result.verdict().id());
    json.put("expected", line.expected().verdict().id());
    ArrayNode kinds = json.putArray("expectedKinds");
    line.expected().kinds().forEach(kind -> kinds.add(kind.id()));
    json.put("schedules", result.counts().schedules());
    json.put("pruned", result.counts().pruned());
    json.put("failing", result.counts().failing());
    json.put("races", result.counts().races());
    json.put("random", result.counts().random());
    json.put("reused", result.counts().reused());
    json.put("exhausted", result.extent().exhausted());
    json.put("preemptions", result.extent().preemptions());
    json.put("elapsedMs", result.times().elapsedMs());
    json.put("connectMs", result.times().connectMs());
    json.put("schedulesPerSecond", Math.round(line.schedulesPerSecond() * 10) / 10.0);
    json.put("firstFindingMs", result.times().firstFindingMs());
    json.put("firstFindingSchedule", result.times().firstFindingSchedule());
    ArrayNode findings = json.putArray("findings");
    for (Finding finding : result.findings()) {
      ObjectNode written = FindingJson.write(finding);
      if (result.mode() == Mode.WATCH) {
        written.put("confidence", finding.kind().confidence().id());
      }
      findings.add(written);
    }
    json.put("reason", result.ending().text());
    json.put("ending", result.ending().kind().id());
    return json;
  }

  /** The line of a known-bad cell, which proves that faults are seen. */
  static ObjectNode writeProof(CellLine line) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("schema", ResultsFile.SCHEMA);
    json.set(PROOF, write(line));
    return json;
  }

  static CellLine read(JsonNode json) {
    Mode mode = mode(json);
    Verdict verdict = verdict(json, "verdict", List.of(Verdict.values()));
    CellResult result =
        new CellResult(
            new CellId(
                Fields.text(json, "scenario"),
                Fields.text(json, "strategy"),
                Fields.text(json, "transport"),
                Fields.text(json, "protocol")),
            mode,
            verdict,
            new Extent((int) Fields.whole(json, "preemptions"), Fields.flag(json, "exhausted")),
            new Counts(
                Fields.whole(json, "schedules"),
                Fields.whole(json, "pruned"),
                Fields.whole(json, "failing"),
                Fields.later(json, "races"),
                Fields.whole(json, "random"),
                Fields.later(json, "reused")),
            new Times(
                Fields.number(json, "elapsedMs"),
                Fields.number(json, "connectMs"),
                Fields.number(json, "firstFindingMs"),
                Fields.whole(json, "firstFindingSchedule")),
            Fields.later(json, "seed"),
            FindingJson.list(json, "findings", FindingJson::read),
            ending(json, mode, verdict));
    return new CellLine(
        result,
        new Expected(verdict(json, "expected", List.of(Verdict.PASS, Verdict.FAIL)), kinds(json)));
  }

  private static Ending ending(JsonNode json, Mode mode, Verdict verdict) {
    String reason = Fields.optional(json, "reason");
    String kind = Fields.optional(json, "ending");
    return new Ending(
        kind == null ? EarlierEnding.of(mode, verdict, reason) : EndingKind.named(kind), reason);
  }

  private static Mode mode(JsonNode json) {
    return one(json, "mode", MODES, Mode::id);
  }

  private static Verdict verdict(JsonNode json, String field, List<Verdict> possible) {
    return one(json, field, possible, Verdict::id);
  }

  private static <T> T one(JsonNode json, String field, List<T> possible, Function<T, String> id) {
    String given = Fields.text(json, field);
    return possible.stream()
        .filter(value -> id.apply(value).equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                new MalformedResultsException(
                    "field '"
                        + field
                        + "' is '"
                        + given
                        + "'; it must be one of "
                        + String.join(", ", possible.stream().map(id).toList())));
  }

  /** Leaves out kinds that this version does not know, because it cannot find them. */
  private static List<FindingKind> kinds(JsonNode json) {
    return FindingJson.list(json, "expectedKinds", JsonNode::asText).stream()
        .map(Kinds::named)
        .flatMap(Optional::stream)
        .toList();
  }
}
