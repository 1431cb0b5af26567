package dev.lockjaw.reports.junit;

import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.explain.Style;
import dev.lockjaw.explain.Text;
import dev.lockjaw.explain.WorstFirst;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.reports.text.CellText;
import dev.lockjaw.result.Finding;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run in JUnit's format, for CI servers: a suite for each transport, a case for each cell.
 *
 * <p>A case fails if and only if its cell makes the run fail. An expected failure is therefore a
 * pass. So is a cell that was cut short without a finding, and one that was expected to fail and
 * passed; each reports this in its {@code system-out}. A cell that was not run is skipped, with the
 * reason. A cell at which Lockjaw failed is an error.
 */
public final class JunitXml {
  /** The file's name in the output directory. */
  public static final String NAME = "junit.xml";

  private static final int WIDTH = 100;

  /** In UTC, because the format's schemas allow no time zone. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Header header;
  private final ReplayLine replay;
  private final Xml xml = new Xml();

  private JunitXml(Header header, ReplayLine replay) {
    this.header = header;
    this.replay = replay;
  }

  /**
   * The document.
   *
   * @param cells in the order of the report
   */
  public static String of(Header header, List<CellLine> cells, ReplayLine replay) {
    return new JunitXml(header, replay).document(cells);
  }

  private String document(List<CellLine> cells) {
    xml.open("testsuites", numbers("lockjaw", cells));
    Map<String, List<CellLine>> suites =
        cells.stream()
            .collect(
                Collectors.groupingBy(
                    cell -> cell.result().id().transport(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    suites.forEach(this::suite);
    return xml.close().toString();
  }

  private void suite(String transport, List<CellLine> cells) {
    xml.open("testsuite", numbers("lockjaw." + Text.clean(transport), cells));
    xml.open("properties");
    property("lockjaw", header.lockjaw());
    property("java", header.java());
    property("os", header.os());
    xml.close();
    cells.forEach(this::testcase);
    xml.close();
  }

  private void property(String name, String value) {
    xml.empty("property", "name", name, "value", Text.clean(value));
  }

  private String[] numbers(String name, List<CellLine> cells) {
    return new String[] {
      "name", name,
      "tests", String.valueOf(cells.size()),
      "failures", count(cells, Outcome.FAILED),
      "errors", count(cells, Outcome.ERROR),
      "skipped", count(cells, Outcome.SKIPPED),
      "time", seconds(cells.stream().mapToDouble(cell -> cell.result().times().elapsedMs()).sum()),
      "timestamp", TIME.format(header.started())
    };
  }

  private static String count(List<CellLine> cells, Outcome outcome) {
    return String.valueOf(cells.stream().filter(cell -> cell.outcome() == outcome).count());
  }

  private static String seconds(double millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000);
  }

  private void testcase(CellLine cell) {
    String[] attributes = {
      "classname",
      Text.clean("lockjaw." + cell.result().id().transport() + '.' + cell.result().id().strategy()),
      "name",
      Text.clean(cell.result().id().scenario()),
      "time",
      seconds(cell.result().times().elapsedMs())
    };
    if (cell.outcome() == Outcome.PASSED) {
      xml.empty("testcase", attributes);
      return;
    }
    xml.open("testcase", attributes);
    switch (cell.outcome()) {
      case FAILED -> failure(cell);
      case ERROR -> xml.empty("error", "type", "error", "message", reason(cell));
      case SKIPPED -> xml.empty("skipped", "message", reason(cell));
      default -> xml.leaf("system-out", note(cell));
    }
    xml.close();
  }

  private void failure(CellLine cell) {
    List<Finding> news = WorstFirst.of(cell.news());
    if (news.isEmpty()) {
      xml.empty("failure", "type", "unproven", "message", "failed without evidence");
      return;
    }
    Finding first = news.get(0);
    xml.leaf(
        "failure",
        news.stream()
            .map(finding -> Explanation.of(cell.result(), finding, replay, WIDTH, Style.PLAIN))
            .collect(Collectors.joining("\n")),
        "type",
        first.kind().id(),
        "message",
        message(first.message()) + WorstFirst.others(first, news));
  }

  /** A note on a cell that counts as passed. */
  private static String note(CellLine cell) {
    String line = CellText.line(cell, Integer.MAX_VALUE, Style.PLAIN);
    String tokens =
        cell.result().findings().stream()
            .filter(finding -> finding.token() != null)
            .map(finding -> "\n" + finding.kind().id() + ": " + Text.clean(finding.token()))
            .collect(Collectors.joining());
    return line + tokens;
  }

  private static String reason(CellLine cell) {
    String reason = cell.result().ending().text();
    return reason == null ? "no reason given" : message(reason);
  }

  private static String message(String text) {
    return Text.cut(Text.clean(text), Explanation.LONGEST);
  }
}
