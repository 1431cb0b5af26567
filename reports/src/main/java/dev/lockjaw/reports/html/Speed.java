package dev.lockjaw.reports.html;

import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.text.Summary;
import dev.lockjaw.reports.text.Throughput;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How fast the run went, by transport. */
final class Speed {
  private Speed() {}

  static void write(Markup html, List<CellLine> cells, Duration wall) {
    List<List<String>> rows = Summary.rows(cells);
    if (rows.isEmpty()) {
      return;
    }
    html.open("section", "class", "speed").element("h2", "Speed", "id", "speed");
    html.open(
        "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-labelledby", "speed");
    html.open("table", "class", "numbers").open("thead").open("tr");
    Summary.columns(cells).forEach(column -> html.element("th", column, "scope", "col"));
    html.open("td").close().close().close().line().open("tbody");
    List<Throughput> parts = Throughput.of(cells);
    double fastest = parts.stream().mapToDouble(Throughput::perSecond).max().orElse(0);
    for (int i = 0; i < rows.size(); i++) {
      html.open("tr").element("th", rows.get(i).get(0), "scope", "row");
      rows.get(i).stream().skip(1).forEach(number -> html.element("td", number));
      html.open("td", "class", "plot");
      if (i < parts.size() && fastest > 0) {
        bar(html, parts.get(i).perSecond() / fastest);
      }
      html.close().close().line();
    }
    html.close().close().close();
    html.element("p", Summary.note(cells), "class", "quiet");
    if (!wall.isZero()) {
      html.element("p", Summary.pace(cells, wall), "class", "quiet");
    }
    html.close().line();
  }

  private static void bar(Markup html, double share) {
    html.open("svg", "width", "160", "height", "10", "aria-hidden", "true");
    String width = String.format(Locale.ROOT, "%.1f", Math.max(1, 160 * share));
    html.open("rect", "width", width, "height", "10", "rx", "2").close().close();
  }
}
