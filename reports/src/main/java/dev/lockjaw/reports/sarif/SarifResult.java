package dev.lockjaw.reports.sarif;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockjaw.explain.AtIssue;
import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.FrameText;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.format.Sources;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.Step;
import dev.lockjaw.result.ThreadEvidence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A finding as a result. */
final class SarifResult {
  private final CellResult cell;
  private final Finding finding;
  private final boolean expected;
  private final Sources sources;
  private final ReplayLine replay;

  SarifResult(CellLine line, Finding finding, Sources sources, ReplayLine replay) {
    this.cell = line.result();
    this.finding = finding;
    this.expected = line.expected().allows(finding);
    this.sources = sources;
    this.replay = replay;
  }

  void write(ObjectNode json) {
    json.put("ruleId", finding.kind().id());
    json.put("ruleIndex", finding.kind().ordinal());
    json.put("kind", "fail");
    json.put("level", expected ? "note" : "error");
    json.putObject("message").put("text", message());
    List<Sources.Place> places = places();
    ObjectNode location = json.putArray("locations").addObject();
    if (!places.isEmpty()) {
      physical(places.get(0), location);
    }
    location
        .putArray("logicalLocations")
        .addObject()
        .put("fullyQualifiedName", Text.clean(cell.id().text()))
        .put("kind", "cell");
    if (places.size() > 1) {
      ArrayNode related = json.putArray("relatedLocations");
      places.stream().skip(1).forEach(place -> physical(place, related.addObject()));
    }
    json.putObject("partialFingerprints").put("lockjawFinding/v1", fingerprint());
    if (!finding.interleaving().isEmpty()) {
      flows(json.putArray("codeFlows").addObject().putArray("threadFlows"));
    }
    if (finding.threads().stream().anyMatch(thread -> !thread.stack().isEmpty())) {
      stacks(json.putArray("stacks"));
    }
    ObjectNode properties = json.putObject("properties");
    properties.put("scenario", Text.clean(cell.id().scenario()));
    properties.put("strategy", Text.clean(cell.id().strategy()));
    properties.put("transport", Text.clean(cell.id().transport()));
    properties.put("protocol", Text.clean(cell.id().protocol()));
    properties.put("expected", expected);
    if (finding.token() != null) {
      properties.put("token", Text.clean(finding.token()));
      properties.put("replay", replay.text(finding.token()));
    }
  }

  private String message() {
    String where = cell.id().scenario() + '/' + cell.id().strategy() + '/' + cell.id().transport();
    return SarifRules.sentence(
        finding.kind().id()
            + (expected ? ", as expected," : "")
            + " in "
            + where
            + ": "
            + Text.cut(Text.clean(finding.message()), Explanation.LONGEST));
  }

  /**
   * The user's lines that the finding is about, the most informative first: where the lock in
   * question was taken, beginning with the accused thread, then where each thread was.
   */
  private List<Sources.Place> places() {
    Set<Sources.Place> places = new LinkedHashSet<>();
    for (ThreadEvidence thread : finding.threads()) {
      sources.innermost(AtIssue.since(thread, finding)).ifPresent(places::add);
    }
    for (ThreadEvidence thread : finding.threads()) {
      sources.innermost(thread.stack()).ifPresent(places::add);
    }
    return new ArrayList<>(places);
  }

  private static void physical(Sources.Place place, ObjectNode location) {
    ObjectNode physical = location.putObject("physicalLocation");
    physical.putObject("artifactLocation").put("uri", place.uri()).put("uriBaseId", "SRCROOT");
    physical.putObject("region").put("startLine", place.line());
  }

  /** Stays the same from run to run, even if another schedule shows the finding. */
  private String fingerprint() {
    String identity =
        String.join(
            "\0",
            finding.kind().id(),
            cell.id().scenario(),
            cell.id().strategy(),
            cell.id().transport(),
            cell.id().protocol(),
            finding.threads().isEmpty() ? "" : String.valueOf(finding.threads().get(0).wanted()));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** A flow for each thread. The execution order shows how they interleave. */
  private void flows(ArrayNode flows) {
    List<Step> steps = finding.interleaving();
    for (String thread : steps.stream().map(Step::thread).distinct().toList()) {
      ObjectNode flow = flows.addObject();
      flow.put("id", Text.clean(thread));
      ArrayNode locations = flow.putArray("locations");
      for (int i = 0; i < steps.size(); i++) {
        if (steps.get(i).thread().equals(thread)) {
          ObjectNode location = locations.addObject();
          location.put("executionOrder", i + 1);
          location.put("importance", i == steps.size() - 1 ? "essential" : "important");
          location
              .putObject("location")
              .putObject("message")
              .put("text", Text.clean(thread + ": " + steps.get(i).action()));
        }
      }
    }
  }

  private void stacks(ArrayNode stacks) {
    for (ThreadEvidence thread : finding.threads()) {
      stack(stacks, thread.name() + " " + thread.doing(), thread.stack());
      for (Held held : thread.held()) {
        stack(stacks, thread.name() + " took " + held.lock() + " here", held.since());
      }
    }
  }

  private void stack(ArrayNode stacks, String message, List<StackTraceElement> frames) {
    if (frames.isEmpty()) {
      return;
    }
    ObjectNode stack = JsonNodeFactory.instance.objectNode();
    stack.putObject("message").put("text", Text.clean(message));
    ArrayNode json = stack.putArray("frames");
    for (StackTraceElement frame : frames) {
      ObjectNode location = json.addObject().putObject("location");
      Optional<Sources.Place> place = sources.place(frame);
      place.ifPresent(known -> physical(known, location));
      location
          .putArray("logicalLocations")
          .addObject()
          .put("fullyQualifiedName", Text.clean(frame.getClassName() + '.' + frame.getMethodName()))
          .put("kind", "function");
      location.putObject("message").put("text", Text.clean(FrameText.text(frame)));
    }
    for (JsonNode other : stacks) {
      if (other.equals(stack)) {
        return; // the schema allows each stack only once
      }
    }
    stacks.add(stack);
  }
}
