package dev.lockjaw.compare.html;

import dev.lockjaw.compare.Compared;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.Glance;
import dev.lockjaw.compare.Latency;
import dev.lockjaw.reports.html.LogAxis;
import dev.lockjaw.reports.html.Markup;
import dev.lockjaw.reports.html.Strip;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** How long sends take beside reads and frees: a panel for each transport. */
final class LatencyPanels {
  private record Percentile(String name, Strip.Mark mark, ToDoubleFunction<Latency> of) {}

  private static final List<Percentile> SHOWN =
      List.of(
          new Percentile("p50", Strip.Mark.DISC, Latency::p50),
          new Percentile("p90", Strip.Mark.RING, Latency::p90),
          new Percentile("p99", Strip.Mark.DIAMOND, Latency::p99),
          new Percentile("p99.9", Strip.Mark.SQUARE, Latency::p999),
          new Percentile("max", Strip.Mark.END, Latency::max));

  private final Markup html;
  private final Comparison comparison;

  LatencyPanels(Markup html, Comparison comparison) {
    this.html = html;
    this.comparison = comparison;
  }

  void write() {
    if (comparison.latencyTransports().isEmpty()) {
      return;
    }
    html.open("section").element("h2", "How long a send takes");
    html.element(
        "p",
        "The time of a send of 64 B until its record is sealed, in microseconds, on a logarithmic"
            + " axis. Meanwhile another thread reads without a pause, and a third frees the session"
            + " every 5 ms and replaces it. A send is due every 100 us, and its time counts from"
            + " then, also if a slow send before it delays it. Strategies that use a freed session are left out.",
        "class",
        "quiet");
    html.open("ul", "class", "marks");
    for (Percentile percentile : SHOWN) {
      html.open("li");
      Strip.key(html, percentile.mark());
      html.text(percentile.name()).close();
    }
    html.close();
    html.open("div", "class", "panels wide").line();
    comparison.latencyTransports().forEach(this::panel);
    html.close().close().line();
  }

  private void panel(String transport) {
    List<Compared> measured =
        comparison.strategies().stream().filter(one -> one.latency(transport).isPresent()).toList();
    LogAxis axis =
        LogAxis.over(
            measured.stream()
                .flatMap(one -> one.latency(transport).stream())
                .flatMapToDouble(
                    latency -> DoubleStream.of(latency.p50() / 1000, latency.max() / 1000)));
    String name = "Latencies on " + transport;
    html.open("div", "class", "panel");
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", name);
    html.open("table", "class", "numbers strips").element("caption", transport);
    html.open("thead").open("tr").element("th", "strategy", "scope", "col");
    SHOWN.forEach(percentile -> html.element("th", percentile.name(), "scope", "col"));
    html.open("td", "class", "plot");
    Strip.axis(html, axis);
    html.close().close().close().line().open("tbody");
    for (Compared one : measured) {
      row(one.strategy(), one.latency(transport).orElseThrow(), axis);
    }
    html.close().close().close().close().line();
  }

  private void row(String strategy, Latency latency, LogAxis axis) {
    html.open("tr").element("th", strategy, "scope", "row");
    for (Percentile percentile : SHOWN) {
      html.element("td", Glance.micros(percentile.of().applyAsDouble(latency)));
    }
    html.open("td", "class", "plot");
    Strip strip = Strip.open(html, axis);
    strip.range("tail", latency.p50() / 1000, latency.max() / 1000);
    for (Percentile percentile : SHOWN) {
      strip.mark(percentile.mark(), percentile.of().applyAsDouble(latency) / 1000);
    }
    strip.close();
    html.close().close().line();
  }
}
