package dev.lockjaw.reports.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockjaw.explain.Text;

/** A diagram as the page's script reads it: in arrays, which keep the page small. */
final class DiagramJson {
  /** Longest name or step, in characters. */
  private static final int LONGEST = 200;

  private DiagramJson() {}

  static void write(Diagram diagram, ObjectNode json) {
    ArrayNode lanes = json.putArray("lanes");
    diagram.lanes().forEach(lane -> lanes.add(safe(lane)));
    ArrayNode steps = json.putArray("steps");
    for (Diagram.Row row : diagram.steps()) {
      ArrayNode step = steps.addArray().add(row.lane()).add(row.number()).add(safe(row.action()));
      if (row.at() != null) {
        step.add(SourcesJson.key(row.at()));
      }
    }
    ArrayNode spans = json.putArray("spans");
    for (Span span : diagram.spans()) {
      spans
          .addArray()
          .add(span.lane())
          .add(span.kind().id())
          .add(safe(span.name()))
          .add(span.level())
          .add(span.from())
          .add(span.to())
          .add(span.open());
    }
    ArrayNode requests = json.putArray("requests");
    diagram
        .requests()
        .forEach(ask -> requests.addArray().add(ask.step()).add(ask.lane()).add(ask.holder()));
  }

  private static String safe(String text) {
    return Text.cut(Text.clean(text), LONGEST);
  }
}
