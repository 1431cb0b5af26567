package dev.lockjaw.reports.text;

import dev.lockjaw.explain.Style;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.result.Mode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The numbers of a run: how many cells have which result, and how fast it ran. */
public final class Summary {
  private static final List<String> COLUMNS =
      List.of("transport", "cells", "schedules", "per second", "handshakes");

  private static final List<String> COLUMNS_OF_STRESS =
      List.of("transport", "cells", "iterations", "per second", "races", "handshakes", "bound");

  private static final String NOTE =
      "Per second of one job; handshakes: the share of that time in which fresh sessions were made"
          + " and established";

  private Summary() {}

  /** Whether the cells were stressed. */
  private static boolean stress(List<CellLine> cells) {
    return cells.stream().anyMatch(cell -> cell.result().mode() == Mode.STRESS);
  }

  /** The heading of {@link #rows}. */
  public static List<String> columns(List<CellLine> cells) {
    return stress(cells) ? COLUMNS_OF_STRESS : COLUMNS;
  }

  /** The explanation of the columns. */
  public static String note(List<CellLine> cells) {
    return stress(cells)
        ? NOTE
            + "; bound: the rate if handshakes were the only work; races: the iterations in which two"
            + " threads met in a TLS stack."
        : NOTE + ".";
  }

  /**
   * The numbers as text, with the counts in the first line. Ends in a line feed.
   *
   * @param wall how long the run took, or zero if unknown
   */
  public static String of(List<CellLine> cells, Duration wall, int width, Style style) {
    List<String> lines = new ArrayList<>();
    OutcomeCounts counts = OutcomeCounts.of(cells);
    lines.add(paint(counts, style));
    List<List<String>> rows = rows(cells);
    if (!rows.isEmpty()) {
      lines.add("");
      table(columns(cells), rows).forEach(row -> lines.add(Text.cut(row, width)));
      for (String line : Text.wrap(note(cells), width)) {
        lines.add(style.dim(line));
      }
      if (!wall.isZero()) {
        lines.addAll(Text.wrap(pace(cells, wall), width));
      }
    }
    List<List<String>> times = stress(cells) ? TimeToFinding.rows(cells) : List.of();
    if (!times.isEmpty()) {
      lines.add("");
      table(TimeToFinding.COLUMNS, times).forEach(row -> lines.add(Text.cut(row, width)));
      for (String line : Text.wrap(TimeToFinding.NOTE, width)) {
        lines.add(style.dim(line));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String paint(OutcomeCounts counts, Style style) {
    if (counts.unexpected() > 0 || counts.errors() > 0 || counts.cells() == 0) {
      return style.bold(style.bad(counts.line()));
    }
    return style.bold(counts.line());
  }

  /** One row for each transport, and a total if there are several. */
  public static List<List<String>> rows(List<CellLine> cells) {
    List<Throughput> parts = Throughput.of(cells);
    List<Throughput> rows = new ArrayList<>();
    parts.forEach(rows::add);
    if (parts.size() > 1) {
      rows.add(Throughput.total(parts));
    }
    boolean stress = stress(cells);
    return rows.stream().map(row -> stress ? row.columnsOfStress() : row.columns()).toList();
  }

  private static List<String> table(List<String> columns, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>(List.of(columns));
    all.addAll(rows);
    List<String> lines = new ArrayList<>();
    for (List<String> row : all) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int wide = all.stream().mapToInt(other -> Text.width(other.get(at))).max().orElse(0);
        line.append(
            column == 0 ? Text.pad(row.get(0), wide) : "  " + Text.right(row.get(column), wide));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** Such as {@code 12,345 schedules in 16.8 s: 735 a second, all jobs together}. */
  public static String pace(List<CellLine> cells, Duration wall) {
    long schedules = Throughput.total(Throughput.of(cells)).schedules();
    double seconds = wall.toNanos() / 1e9;
    return String.format(
        Locale.ROOT,
        "%,d %s%s in %,.1f s: %,.0f a second, all jobs together.",
        schedules,
        stress(cells) ? "iteration" : "schedule",
        schedules == 1 ? "" : "s",
        seconds,
        schedules / seconds);
  }
}
