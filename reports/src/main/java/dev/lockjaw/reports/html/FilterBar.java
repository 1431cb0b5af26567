package dev.lockjaw.reports.html;

import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.result.FindingKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The page's filter: a text field, and a toggle for each property that some cells have and others
 * lack.
 */
final class FilterBar {
  private FilterBar() {}

  static void write(Markup html, List<CellLine> cells) {
    html.open("form", "class", "filter", "role", "search", "aria-label", "Filter cells");
    html.open("p", "class", "words").element("label", "Filter", "for", "words");
    html.open(
        "input",
        "id",
        "words",
        "type",
        "search",
        "autocomplete",
        "off",
        "spellcheck",
        "false",
        "placeholder",
        "scenario, strategy, transport, kind …");
    html.empty();
    html.element("button", "Clear", "type", "reset");
    html.element("output", "", "for", "words", "id", "matches").close();
    Set<Outcome> outcomes =
        cells.stream()
            .map(CellLine::outcome)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Outcome.class)));
    group(
        html,
        "outcome",
        "Verdict",
        outcomes.stream().map(Filtered::id).toList(),
        outcomes.stream().map(Filtered::outcome).toList());
    Set<FindingKind> found =
        cells.stream()
            .flatMap(cell -> cell.result().findings().stream())
            .map(finding -> finding.kind())
            .collect(Collectors.toSet());
    List<String> kinds =
        Arrays.stream(FindingKind.values()).filter(found::contains).map(FindingKind::id).toList();
    group(html, "kinds", "Kind", kinds, kinds);
    List<String> transports =
        cells.stream().map(cell -> Text.clean(cell.result().id().transport())).distinct().toList();
    group(
        html,
        "transports",
        "Transport",
        transports.stream().map(name -> name.replace(' ', '_')).toList(),
        transports);
    html.close().line();
  }

  private static void group(
      Markup html, String attribute, String name, List<String> values, List<String> labels) {
    if (values.size() < 2) {
      return;
    }
    html.open("fieldset", "data-by", attribute).element("legend", name);
    for (int i = 0; i < values.size(); i++) {
      html.element(
          "button",
          labels.get(i),
          "type",
          "button",
          "aria-pressed",
          "false",
          "data-value",
          values.get(i));
    }
    html.close();
  }
}
