package dev.lockjaw.reports.html;

import dev.lockjaw.explain.Protocols;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.reports.results.RunOptions;
import dev.lockjaw.reports.text.OutcomeCounts;
import dev.lockjaw.result.Mode;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The top of the page: the verdict, the counts, what ran and what did not. */
final class Overview {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Markup html;

  Overview(Markup html) {
    this.html = html;
  }

  void write(Header header, List<CellLine> cells, Duration wall) {
    OutcomeCounts counts = OutcomeCounts.of(cells);
    OverallVerdict judgement = OverallVerdict.of(counts);
    html.open("header", "class", "top " + judgement.tone());
    html.element("p", "Lockjaw", "class", "brand");
    html.open("h1");
    html.element("span", judgement.sign(), "class", "seal", "aria-hidden", "true");
    html.element("span", judgement.sentence()).close().line();
    html.element("p", counts.line() + ".", "class", "counts");
    tiles(cells);
    run(header, wall);
    skipped(cells);
    html.close().line();
  }

  /** The counts as a bar. */
  private void tiles(List<CellLine> cells) {
    html.open("ul", "class", "tiles", "aria-hidden", "true");
    for (Outcome outcome : Outcome.values()) {
      long count = cells.stream().filter(cell -> cell.outcome() == outcome).count();
      if (count > 0) {
        html.open("li", "class", Filtered.id(outcome));
        html.element("b", String.format(Locale.ROOT, "%,d", count));
        html.element("span", Filtered.outcome(outcome)).close();
      }
    }
    html.close().line();
  }

  private void run(Header header, Duration wall) {
    html.open("dl", "class", "facts");
    Map<String, Object> options = new LinkedHashMap<>(header.options().byName());
    fact("Started", TIME.format(header.started()));
    if (!wall.isZero()) {
      fact("Took", String.format(Locale.ROOT, "%,.1f s", wall.toNanos() / 1e9));
    }
    named(options, RunOptions.Name.PROTOCOL, "TLS", value -> Protocols.written(value.toString()));
    named(options, RunOptions.Name.MODE, "Mode", Object::toString);
    named(options, RunOptions.Name.MUTEX, "Mutexes", Object::toString);
    named(options, RunOptions.Name.PLUGINS, "Plug-ins", Overview::written);
    named(
        options,
        RunOptions.Name.LET_CRASH,
        "Crashes",
        let -> Boolean.TRUE.equals(let) ? "allowed" : "prevented");
    if (header.options().mode().equals(Optional.of(Mode.STRESS))) {
      options.remove(RunOptions.Name.PREEMPTIONS.id()); // does not matter here
    }
    named(options, RunOptions.Name.PREEMPTIONS, "Preemptions", value -> "at most " + value);
    named(options, RunOptions.Name.JOBS, "Jobs", Object::toString);
    named(options, RunOptions.Name.BUDGET_MS, "Budget", Overview::seconds);
    named(options, RunOptions.Name.SEED, "Seed", Object::toString);
    fact("Cores", String.valueOf(header.cores()));
    fact("Java", header.java());
    fact("System", header.os());
    fact("Lockjaw", header.lockjaw());
    html.close().line();
    html.open("details", "class", "ran").element("summary", ran(options));
    html.open("dl", "class", "facts wide");
    options.forEach((name, value) -> fact(name, written(value)));
    html.close().close().line();
  }

  private static String ran(Map<String, Object> options) {
    List<String> parts = new ArrayList<>();
    options.forEach(
        (name, value) -> {
          if (value instanceof List<?> list) {
            boolean one = list.size() == 1;
            parts.add(
                list.size()
                    + " "
                    + (one ? name.replaceFirst("ies$", "y").replaceFirst("s$", "") : name));
          }
        });
    return parts.isEmpty() ? "All options" : String.join(" × ", parts);
  }

  private static String seconds(Object millis) {
    return millis instanceof Number number
        ? String.format(Locale.ROOT, "%,.1f s", number.doubleValue() / 1000)
        : millis.toString();
  }

  private void named(
      Map<String, Object> options,
      RunOptions.Name option,
      String name,
      Function<Object, String> form) {
    Object value = options.remove(option.id());
    if (value != null) {
      fact(name, form.apply(value));
    }
  }

  private static String written(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : String.valueOf(value);
  }

  private void fact(String name, String value) {
    html.open("div").element("dt", name).element("dd", value).close();
  }

  private void skipped(List<CellLine> cells) {
    Map<String, List<CellLine>> reasons =
        cells.stream()
            .filter(cell -> cell.outcome() == Outcome.SKIPPED)
            .collect(
                Collectors.groupingBy(
                    cell -> String.valueOf(cell.result().ending().text()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    if (reasons.isEmpty()) {
      html.element("p", "Nothing was skipped.", "class", "quiet").line();
      return;
    }
    html.open("section", "class", "skips").element("h2", "Skipped");
    html.open("ul");
    reasons.forEach(
        (reason, some) -> {
          html.open("li").element("b", Text.count(some.size(), "cell"));
          html.text(" of " + Text.and(transports(some)) + ": " + reason).close();
        });
    html.close().close().line();
  }

  private static List<String> transports(List<CellLine> cells) {
    return cells.stream()
        .map(cell -> Text.clean(cell.result().id().transport()))
        .distinct()
        .toList();
  }
}
