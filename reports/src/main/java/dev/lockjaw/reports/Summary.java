package dev.lockjaw.reports;

import dev.lockjaw.explain.Style;
import dev.lockjaw.explain.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run came to in numbers: how many cells came to what, and how fast it went. */
public final class Summary {
  public static final List<String> COLUMNS =
      List.of("transport", "cells", "schedules", "per second", "handshakes");

  public static final String NOTE =
      "Per second of one job; handshakes: the share of that time in which fresh sessions were made"
          + " and established.";

  private Summary() {}

  /**
   * The numbers as text; the first line has the counts. Ends in a line feed.
   *
   * @param wall how long the run took, or zero if that isn't known
   */
  public static String of(List<CellLine> cells, Duration wall, int width, Style style) {
    List<String> lines = new ArrayList<>();
    Counts counts = Counts.of(cells);
    lines.add(paint(counts, style));
    List<List<String>> rows = rows(cells);
    if (!rows.isEmpty()) {
      lines.add("");
      table(rows).forEach(row -> lines.add(Text.cut(row, width)));
      for (String line : Text.wrap(NOTE, width)) {
        lines.add(style.dim(line));
      }
      if (!wall.isZero()) {
        lines.addAll(Text.wrap(pace(cells, wall), width));
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String paint(Counts counts, Style style) {
    if (counts.unexpected() > 0 || counts.errors() > 0 || counts.cells() == 0) {
      return style.bold(style.bad(counts.line()));
    }
    return style.bold(counts.line());
  }

  /** By transport, and the total if there is more than one. */
  public static List<List<String>> rows(List<CellLine> cells) {
    List<Throughput> parts = Throughput.of(cells);
    List<List<String>> rows = new ArrayList<>();
    parts.forEach(part -> rows.add(part.columns()));
    if (parts.size() > 1) {
      rows.add(Throughput.total(parts).columns());
    }
    return rows;
  }

  private static List<String> table(List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>(List.of(COLUMNS));
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
        "%,d %s in %,.1f s: %,.0f a second, all jobs together.",
        schedules,
        schedules == 1 ? "schedule" : "schedules",
        seconds,
        schedules / seconds);
  }
}
