package dev.lockjaw.reports.html;

import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.Style;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.text.CellText;
import dev.lockjaw.reports.text.Sheet;
import dev.lockjaw.reports.text.Sign;
import java.util.Map;

/** A sheet as a table, in which each cell with findings leads to its section. */
final class MatrixTable {
  private final Markup html;

  MatrixTable(Markup html) {
    this.html = html;
  }

  void write(Sheet sheet, Map<Sheet.Place, Section> sections) {
    html.open(
        "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", sheet.title());
    html.open("table", "class", "matrix").element("caption", sheet.title()).line();
    html.open("thead").open("tr").element("th", "scenario", "scope", "col");
    for (String strategy : sheet.strategies()) {
      html.open("th", "scope", "col").name(strategy).close();
    }
    html.close().close().line().open("tbody").line();
    for (String scenario : sheet.scenarios()) {
      html.open("tr").open("th", "scope", "row").name(scenario).close();
      for (String strategy : sheet.strategies()) {
        Sheet.Place place = new Sheet.Place(scenario, strategy);
        cell(sheet, sheet.cells().get(place), sections.get(place));
      }
      html.close().line();
    }
    html.close().close().close().line();
  }

  private void cell(Sheet sheet, CellLine cell, Section section) {
    if (cell == null) {
      html.open("td").close();
      return;
    }
    String what = CellText.line(cell, Explanation.LONGEST, Style.PLAIN).strip();
    html.open(
        "td",
        Filtered.attributes(
            cell, sheet.transports(), "class", Filtered.id(cell.outcome()), "title", what));
    String sign = Sign.of(cell);
    if (section == null) {
      html.element("span", sign);
    } else {
      html.element("a", sign, "href", "#" + section.id(), "aria-label", sign + ": " + what);
    }
    html.close();
  }
}
