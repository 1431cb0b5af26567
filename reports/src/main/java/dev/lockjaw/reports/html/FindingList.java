package dev.lockjaw.reports.html;

import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.Text;
import dev.lockjaw.explain.WorstFirst;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.text.Sign;
import dev.lockjaw.result.Finding;
import java.util.Comparator;
import java.util.List;

/** A line for each cell with findings. The page's script adds the details when a line is opened. */
final class FindingList {
  private FindingList() {}

  /** The order of the sections: unexpected outcomes come first. */
  static List<Section> order(List<Section> sections) {
    return sections.stream()
        .sorted(Comparator.comparingInt(section -> rank(section.first())))
        .toList();
  }

  private static int rank(CellLine cell) {
    return switch (cell.outcome()) {
      case ERROR -> 0;
      case FAILED -> 1;
      default -> 2;
    };
  }

  static void write(Markup html, List<Section> sections) {
    for (Section section : sections) {
      CellLine cell = section.first();
      List<String> transports =
          section.cells().stream()
              .map(other -> Text.clean(other.result().id().transport()))
              .toList();
      html.open(
          "details",
          Filtered.attributes(
              cell,
              transports,
              "class",
              "cell " + Filtered.id(cell.outcome()),
              "id",
              section.id()));
      html.open("summary");
      html.element("span", Sign.of(cell), "class", "sign " + Filtered.id(cell.outcome()));
      html.open("span", "class", "where");
      html.element("b", cell.result().id().scenario()).text(" under ");
      html.element("b", cell.result().id().strategy());
      html.element("span", Text.and(transports), "class", "on").close();
      html.element("span", what(cell), "class", "what").close();
      html.element("div", "", "class", "body").close().line();
    }
  }

  /** The meaning of the sign. */
  private static String what(CellLine cell) {
    List<Finding> findings = cell.news().isEmpty() ? cell.result().findings() : cell.news();
    return findings.isEmpty()
        ? String.valueOf(cell.result().ending().text())
        : Explanation.sentence(WorstFirst.of(findings).get(0).message());
  }
}
