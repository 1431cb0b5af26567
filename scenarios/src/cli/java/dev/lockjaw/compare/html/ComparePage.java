package dev.lockjaw.compare.html;

import dev.lockjaw.compare.Advice;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.html.HtmlReport;
import dev.lockjaw.reports.html.Markup;
import dev.lockjaw.reports.results.CellLine;
import java.util.List;
import java.util.Optional;

/**
 * A comparison as a page: the strategy to take, the table, plots of costs and latencies, and the
 * cells behind the verdicts. It is one file without references to others, like {@link HtmlReport}.
 *
 * <p>The plots are rows of tables, so that their numbers can be read and heard.
 */
public final class ComparePage {
  /** The file's name in the output directory. */
  public static final String NAME = "compare.html";

  private final Comparison comparison;

  private ComparePage(Comparison comparison) {
    this.comparison = comparison;
  }

  /**
   * The page.
   *
   * @param cells the cells behind the verdicts, in the order of display
   * @param replay how a finding of the cells is shown again
   */
  public static String of(Comparison comparison, List<CellLine> cells, ReplayLine replay) {
    ComparePage page = new ComparePage(comparison);
    return HtmlReport.of("Lockjaw: " + page.title(), page::top, page::middle, cells, replay);
  }

  private void top(Markup html) {
    boolean some = comparison.advice().stream().anyMatch(advice -> advice.strategy() != null);
    html.open("header", "class", "top " + (some ? "good" : "known"));
    html.element("p", "Lockjaw", "class", "brand");
    html.open("h1");
    html.element("span", some ? "✓" : "!", "class", "seal", "aria-hidden", "true");
    html.element("span", title()).close().line();
    html.element("p", comparison.machine() + "; " + comparison.settings() + ".", "class", "counts");
    html.open("dl", "class", "advice");
    for (Advice advice : comparison.advice()) {
      html.open("div").element("dt", "For " + advice.contract() + " stacks");
      html.element("dd", Optional.ofNullable(advice.strategy()).orElseGet(() -> instead(advice)));
      html.element("dd", sentence(advice) + ".").close();
    }
    html.close().close().line();
  }

  /** The text in place of a strategy's name. */
  private String instead(Advice advice) {
    return comparison.contracts().contains(advice.contract()) ? "none of these" : "not compared";
  }

  private String title() {
    List<String> taken =
        comparison.advice().stream()
            .filter(advice -> advice.strategy() != null)
            .map(Advice::strategy)
            .distinct()
            .toList();
    return taken.isEmpty() ? "No strategy passes everything" : "Take " + Text.and(taken);
  }

  /** With a capital, unless it begins with a strategy's name. */
  private static String sentence(Advice advice) {
    String text = advice.sentence();
    return advice.strategy() == null
        ? Character.toUpperCase(text.charAt(0)) + text.substring(1)
        : text;
  }

  private void middle(Markup html) {
    new GlanceTable(html).write(comparison);
    new CostPanels(html, comparison).write();
    new LatencyPanels(html, comparison).write();
  }
}
