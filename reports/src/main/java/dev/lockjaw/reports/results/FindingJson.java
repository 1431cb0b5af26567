package dev.lockjaw.reports.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockjaw.explain.AtIssue;
import dev.lockjaw.explain.FrameText;
import dev.lockjaw.result.Act;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.Passing;
import dev.lockjaw.result.Step;
import dev.lockjaw.result.ThreadEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A finding in a line of {@code results.jsonl}. */
final class FindingJson {
  private FindingJson() {}

  static ObjectNode write(Finding finding) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", finding.kind().id());
    json.put("message", finding.message());
    json.put("exception", finding.exception());
    ArrayNode threads = json.putArray("threads");
    finding.threads().forEach(thread -> write(thread, finding, threads.addObject()));
    json.put("token", finding.token());
    ArrayNode steps = json.putArray("interleaving");
    for (Step step : finding.interleaving()) {
      write(step, steps.addObject());
    }
    if (finding.passing() != null) {
      write(finding.passing(), json.putObject("passing"));
    }
    return json;
  }

  private static void write(Passing passing, ObjectNode json) {
    json.put("tried", passing.tried());
    json.put("token", passing.token());
    if (passing.found()) {
      json.put("same", passing.same());
      ArrayNode steps = json.putArray("steps");
      passing.steps().forEach(step -> write(step, steps.addObject()));
      json.put("more", passing.more());
    }
  }

  private static void write(Step step, ObjectNode json) {
    json.put("thread", step.thread()).put("action", step.action());
    Act act = step.act();
    if (act.kind() != Act.Kind.OTHER) {
      json.put("kind", act.kind().id());
    }
    if (!act.object().isEmpty()) {
      json.put("object", act.object());
    }
    if (!act.holders().isEmpty()) {
      ArrayNode holders = json.putArray("holders");
      act.holders().forEach(holders::add);
    }
    if (act.at() != null) {
      json.put("at", FrameText.text(act.at()));
    }
  }

  private static void write(ThreadEvidence thread, Finding finding, ObjectNode json) {
    json.put("name", thread.name());
    json.put("doing", thread.doing());
    ArrayNode locks = json.putArray("held");
    for (Held held : thread.held()) {
      write(held.since(), locks.addObject().put("lock", held.lock()).putArray("since"));
    }
    json.put("wanted", thread.wanted());
    write(thread.stack(), json.putArray("stack"));
    write(AtIssue.since(thread, finding), json.putArray("heldSince"));
  }

  private static void write(List<StackTraceElement> stack, ArrayNode json) {
    stack.forEach(frame -> json.add(FrameText.text(frame)));
  }

  static Finding read(JsonNode json) {
    String kind = Fields.text(json, "kind");
    return new Finding(
        Kinds.named(kind)
            .orElseThrow(
                () ->
                    new MalformedResultsException(
                        "'" + kind + "' is not a kind of finding that this version knows")),
        Fields.text(json, "message"),
        list(json, "threads", FindingJson::thread),
        Fields.optional(json, "exception"),
        Fields.optional(json, "token"),
        list(json, "interleaving", FindingJson::step),
        json.has("passing") ? passing(json.path("passing")) : null);
  }

  private static Passing passing(JsonNode json) {
    return new Passing(
        json.path("tried").asInt(),
        Fields.optional(json, "token"),
        json.path("same").asInt(),
        list(json, "steps", FindingJson::step),
        json.path("more").asInt());
  }

  /** A step. In results that have no kinds of steps yet, only its wording is known. */
  private static Step step(JsonNode json) {
    return new Step(
        Fields.text(json, "thread"),
        new Act(
            Act.Kind.named(json.path("kind").asText()),
            json.path("object").asText(),
            list(json, "holders", JsonNode::asText),
            Fields.text(json, "action"),
            json.has("at") ? FrameText.parse(Fields.text(json, "at")) : null));
  }

  private static ThreadEvidence thread(JsonNode json) {
    return new ThreadEvidence(
        Fields.text(json, "name"),
        Fields.text(json, "doing"),
        list(json, "held", lock -> new Held(Fields.text(lock, "lock"), stack(lock, "since"))),
        Fields.optional(json, "wanted"),
        stack(json, "stack"));
  }

  private static List<StackTraceElement> stack(JsonNode json, String field) {
    return list(json, field, frame -> FrameText.parse(frame.asText()));
  }

  static <T> List<T> list(JsonNode json, String field, Function<JsonNode, T> element) {
    List<T> list = new ArrayList<>();
    json.path(field).forEach(node -> list.add(element.apply(node)));
    return list;
  }
}
