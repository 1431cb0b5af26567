package dev.lockjaw.compare.html;

import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.Glance;
import dev.lockjaw.reports.html.Markup;

/** The table, and the tools that were not run. */
final class GlanceTable {
  private final Markup html;

  GlanceTable(Markup html) {
    this.html = html;
  }

  void write(Comparison comparison) {
    Glance glance = Glance.of(comparison);
    html.open("section").element("h2", "Side by side", "id", "table");
    html.open(
        "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", "table");
    html.open("table", "class", "numbers table").open("thead").open("tr");
    html.element("th", "strategy", "scope", "col");
    glance.columns().forEach(column -> html.element("th", column.heading(), "scope", "col"));
    html.close().close().line().open("tbody");
    for (int row = 0; row < glance.strategies().size(); row++) {
      html.open("tr").element("th", glance.strategies().get(row), "scope", "row");
      for (Glance.Column column : glance.columns()) {
        Glance.Entry cell = column.cells().get(row);
        html.element(
            "td",
            cell.allPass() ? "✓ " + cell.text() : cell.text(),
            "class",
            cell.allPass() ? "passed" : null);
      }
      html.close().line();
    }
    html.close().close().close();
    html.element(
        "p",
        "Verdicts: passing scenarios of all scenarios, by tool and by the contract of the stack."
            + " explore and lincheck cover every interleaving within a bound. stress and jcstress can"
            + " show faults, but a pass proves nothing. Costs are relative to none.",
        "class",
        "quiet");
    comparison.leftOut().forEach(tool -> html.element("p", tool + ".", "class", "quiet"));
    html.close().line();
  }
}
