package dev.lockjaw.compare.html;

import dev.lockjaw.compare.Advice;
import dev.lockjaw.compare.Compared;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.Cost;
import dev.lockjaw.compare.Estimate;
import dev.lockjaw.reports.html.LogAxis;
import dev.lockjaw.reports.html.Markup;
import dev.lockjaw.reports.html.Strip;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;

/** The cost of each strategy with its error: a panel for each measure. */
final class CostPanels {
  /**
   * An interval that reaches almost to zero would squeeze everything else, so the axis stops here.
   */
  private static final double LOWEST = 0.5;

  private static final double HIGHEST = 2;

  private final Markup html;
  private final Comparison comparison;

  CostPanels(Markup html, Comparison comparison) {
    this.html = html;
    this.comparison = comparison;
  }

  void write() {
    if (comparison.measures().isEmpty()) {
      return;
    }
    html.open("section").element("h2", "What it costs");
    html.element(
        "p",
        "Cost relative to none, measured in the same run, with the 99.9 % error of both, on a"
            + " logarithmic axis. The dashed line is none. section: around an empty operation; record:"
            + " sealing one record; send, receive beside: one thread sends 64 B while another reads.",
        "class",
        "quiet");
    html.open("ul", "class", "marks");
    legend(Strip.Mark.DISC, "passes every scenario under every tool that was run");
    legend(Strip.Mark.RING, "fails a scenario");
    html.close();
    html.open("div", "class", "panels").line();
    comparison.measures().forEach(this::panel);
    html.close().close().line();
  }

  private void legend(Strip.Mark mark, String meaning) {
    html.open("li");
    Strip.key(html, mark);
    html.text(meaning).close();
  }

  private void panel(String measure) {
    List<Compared> measured =
        comparison.strategies().stream().filter(one -> one.cost(measure).isPresent()).toList();
    LogAxis axis =
        LogAxis.over(
            DoubleStream.concat(
                DoubleStream.of(1),
                measured.stream()
                    .map(one -> ratio(one, measure))
                    .flatMapToDouble(CostPanels::extent)));
    html.open("div", "class", "panel").open("table", "class", "numbers strips");
    html.element("caption", measure + nanos(measure)).open("thead").open("tr");
    html.element("th", "strategy", "scope", "col").element("th", "times none", "scope", "col");
    html.open("td", "class", "plot");
    Strip.axis(html, axis);
    html.close().close().close().line().open("tbody");
    for (Compared one : measured) {
      Estimate ratio = ratio(one, measure);
      html.open("tr", "class", chosen(one) ? "chosen" : null);
      html.element("th", one.strategy(), "scope", "row");
      html.element("td", Advice.text(ratio)).open("td", "class", "plot");
      Strip strip = Strip.open(html, axis).line(1);
      if (ratio.measured()) {
        if (Double.isFinite(ratio.error())) {
          strip.range("error", ratio.value() - ratio.error(), ratio.value() + ratio.error());
        }
        strip.mark(passes(one) ? Strip.Mark.DISC : Strip.Mark.RING, ratio.value());
      }
      strip.close();
      html.close().close().line();
    }
    html.close().close().close().line();
  }

  private static DoubleStream extent(Estimate ratio) {
    double value = ratio.value();
    double error = Double.isFinite(ratio.error()) ? ratio.error() : 0;
    return DoubleStream.of(
        value, Math.max(value - error, value * LOWEST), Math.min(value + error, value * HIGHEST));
  }

  private String nanos(String measure) {
    return comparison.strategies().stream()
        .filter(one -> one.strategy().equals(Comparison.CONTROL))
        .flatMap(one -> one.cost(measure).stream())
        .map(Cost::nanos)
        .filter(Estimate::measured)
        .map(nanos -> "; none takes " + Advice.text(nanos) + " ns")
        .findFirst()
        .orElse("");
  }

  private boolean passes(Compared one) {
    return comparison.contracts().stream().allMatch(one::clean);
  }

  private boolean chosen(Compared one) {
    return comparison.advice().stream()
        .map(Advice::strategy)
        .filter(Objects::nonNull)
        .anyMatch(one.strategy()::equals);
  }

  private static Estimate ratio(Compared one, String measure) {
    return one.cost(measure).map(Cost::ratio).orElse(Estimate.NONE);
  }
}
