package dev.lockjaw.reports.markdown;

import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.explain.Style;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.reports.text.CellText;
import dev.lockjaw.reports.text.Legend;
import dev.lockjaw.reports.text.OutcomeCounts;
import dev.lockjaw.reports.text.Sheet;
import dev.lockjaw.reports.text.Sign;
import dev.lockjaw.reports.text.Summary;
import dev.lockjaw.result.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The numbers and matrices of a run in GitHub's Markdown, for a job's summary page. */
public final class SummaryMarkdown {
  /** The file's name in the output directory. */
  public static final String NAME = "summary.md";

  private final List<String> lines = new ArrayList<>();

  private SummaryMarkdown() {}

  /**
   * @param cells in the order of display
   * @param wall how long the run took, or zero if unknown
   */
  public static String of(List<CellLine> cells, Duration wall, ReplayLine replay) {
    SummaryMarkdown markdown = new SummaryMarkdown();
    markdown.lines.add("# Lockjaw: " + OutcomeCounts.of(cells).line());
    markdown.news(cells, replay);
    Sheet.of(cells).forEach(markdown::sheet);
    markdown.legend(cells);
    markdown.throughput(cells, wall);
    return String.join("\n", markdown.lines) + "\n";
  }

  private void news(List<CellLine> cells, ReplayLine replay) {
    List<CellLine> news =
        cells.stream()
            .filter(cell -> cell.outcome().unexpected() || cell.outcome() == Outcome.ERROR)
            .toList();
    if (news.isEmpty()) {
      return;
    }
    heading("Not expected");
    for (CellLine cell : news) {
      lines.add("- " + escape(CellText.line(cell, Explanation.LONGEST, Style.PLAIN)));
      for (Finding finding : cell.news()) {
        if (finding.token() != null && cell.outcome() == Outcome.FAILED) {
          lines.add("");
          lines.add("      " + replay.text(finding.token()));
          break;
        }
      }
    }
  }

  private void sheet(Sheet sheet) {
    heading(escape(sheet.title()));
    List<String> strategies = sheet.strategies();
    List<String> columns = new ArrayList<>(List.of("scenario"));
    strategies.forEach(strategy -> columns.add(escape(strategy)));
    tableHead(columns, ":-:");
    for (String scenario : sheet.scenarios()) {
      List<String> row = new ArrayList<>(List.of(escape(scenario)));
      for (String strategy : strategies) {
        CellLine cell = sheet.cells().get(new Sheet.Place(scenario, strategy));
        row.add(cell == null ? "" : sign(cell));
      }
      row(row);
    }
  }

  private static String sign(CellLine cell) {
    String sign = escape(Sign.of(cell));
    boolean loud = cell.outcome().unexpected() || cell.outcome() == Outcome.ERROR;
    return loud ? "**" + sign + "**" : sign;
  }

  private void legend(List<CellLine> cells) {
    List<Legend.Entry> entries = Legend.of(cells);
    if (!entries.isEmpty()) {
      lines.add("");
      entries.forEach(entry -> lines.add("- `" + entry.sign() + "` " + escape(entry.meaning())));
    }
  }

  private void throughput(List<CellLine> cells, Duration wall) {
    List<List<String>> rows = Summary.rows(cells);
    if (rows.isEmpty()) {
      return;
    }
    heading("Speed");
    tableHead(Summary.columns(cells), "-:");
    rows.forEach(row -> row(row.stream().map(SummaryMarkdown::escape).toList()));
    lines.add("");
    lines.add(Summary.note(cells));
    if (!wall.isZero()) {
      lines.add(Summary.pace(cells, wall));
    }
  }

  private void heading(String text) {
    lines.add("");
    lines.add("## " + text);
    lines.add("");
  }

  private void tableHead(List<String> columns, String alignment) {
    row(columns);
    lines.add("| :- |" + (" " + alignment + " |").repeat(columns.size() - 1));
  }

  private void row(List<String> cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
  }

  /** Escapes text from outside, so that Markdown shows exactly that text. */
  private static String escape(String text) {
    return Text.clean(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replaceAll("([\\\\`*_\\[\\]|#~@])", "\\\\$1");
  }
}
