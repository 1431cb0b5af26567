package dev.lockjaw.reports.html;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockjaw.explain.PassingText;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Passing;
import dev.lockjaw.result.Step;
import java.util.ArrayList;
import java.util.List;

/** The nearest passing interleaving as the page's script reads it. */
final class PassingJson {
  /** Steps before the first that differs, which show where that is. */
  private static final int BEFORE = 2;

  private PassingJson() {}

  static void write(Finding finding, ReplayLine replay, ObjectNode json) {
    Passing passing = finding.passing();
    json.put("heading", PassingText.heading(finding));
    json.put("sentence", PassingText.sentence(finding));
    if (passing.found()) {
      List<Step> steps = new ArrayList<>(finding.interleaving().subList(0, passing.same()));
      steps.addAll(passing.steps());
      Diagram diagram = Diagram.of(steps, finding.interleaving()).after(passing.same() - BEFORE);
      ObjectNode shown = json.putObject("diagram");
      DiagramJson.write(diagram, shown);
      shown.put("passes", diagram.row(passing.same() + 1));
      json.put("end", PassingText.end(passing));
      json.put("replay", replay.text(passing.token()));
    }
  }
}
