package dev.lockjaw.reports.html;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.Protocols;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.explain.Text;
import dev.lockjaw.explain.ThreadPart;
import dev.lockjaw.reports.format.Sources;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.ThreadEvidence;
import java.util.ArrayList;
import java.util.List;

/**
 * The details of a section, which the page shows when the section is opened. All texts are safe to
 * show.
 */
final class DetailsJson {
  private DetailsJson() {}

  static ObjectNode write(Section section, ReplayLine replay, Sources sources) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode cells = json.putArray("cells");
    for (int i = 0; i < section.cells().size(); i++) {
      ObjectNode cell = cells.addObject();
      cell.put("path", section.paths().get(i));
      write(section.cells().get(i), replay, sources, cell);
    }
    return json;
  }

  private static void write(CellLine cell, ReplayLine replay, Sources sources, ObjectNode json) {
    CellResult result = cell.result();
    json.put("transport", Text.clean(result.id().transport()));
    json.put("protocol", Protocols.written(result.id().protocol()));
    json.put("rate", Explanation.rate(result));
    json.put("outcome", Filtered.outcome(cell.outcome()));
    if (result.ending().text() != null) {
      json.put("reason", cut(result.ending().text()));
    }
    ArrayNode findings = json.putArray("findings");
    for (Finding finding : newsFirst(cell)) {
      ObjectNode shown = findings.addObject();
      write(cell, finding, replay, shown);
      SourcesJson.write(finding, sources, shown);
    }
  }

  private static String message(CellLine cell, Finding finding) {
    String message = Explanation.sentence(finding.message());
    return cell.result().mode() == Mode.WATCH
        ? message + ' ' + finding.kind().confidence().sentence()
        : message;
  }

  private static List<Finding> newsFirst(CellLine cell) {
    List<Finding> findings = new ArrayList<>(cell.news());
    cell.result().findings().stream()
        .filter(finding -> cell.expected().allows(finding))
        .forEach(findings::add);
    return findings;
  }

  private static void write(CellLine cell, Finding finding, ReplayLine replay, ObjectNode json) {
    json.put("kind", finding.kind().id());
    json.put("sign", finding.kind().sign());
    json.put("expected", cell.expected().allows(finding));
    json.put("message", message(cell, finding));
    json.put("meaning", finding.kind().meaning());
    if (finding.exception() != null) {
      json.put("exception", cut(finding.exception()));
    }
    if (finding.token() != null) {
      json.put("replay", replay.text(finding.token()));
    }
    ArrayNode threads = json.putArray("threads");
    String exception = finding.exception();
    for (ThreadEvidence thread : finding.threads()) {
      write(thread, exception, finding, threads.addObject());
      exception = null; // it is the first thread's
    }
    if (!finding.interleaving().isEmpty()) {
      Diagram diagram = Diagram.of(finding.interleaving());
      ObjectNode shown = json.putObject("diagram");
      DiagramJson.write(diagram, shown);
      if (finding.passing() != null) {
        if (finding.passing().found()) {
          shown.put("fork", diagram.row(finding.passing().same() + 1));
        }
        PassingJson.write(finding, replay, json.putObject("passing"));
      }
    }
  }

  private static void write(
      ThreadEvidence thread, String exception, Finding finding, ObjectNode json) {
    json.put("name", cut(thread.name()));
    json.put("doing", cut(thread.doing()));
    ArrayNode parts = json.putArray("parts");
    for (ThreadPart part : ThreadPart.of(thread, exception, finding)) {
      ObjectNode shown = parts.addObject();
      shown.put("clause", Text.cut(part.clause(), Explanation.LONGEST));
      shown.put("mark", part.mark());
      ArrayNode calls = shown.putArray("calls");
      part.calls().forEach(call -> calls.add(Text.cut(call, Explanation.LONGEST)));
    }
  }

  private static String cut(String text) {
    return Text.cut(Text.clean(text), Explanation.LONGEST);
  }
}
