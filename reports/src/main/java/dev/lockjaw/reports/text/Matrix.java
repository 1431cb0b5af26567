package dev.lockjaw.reports.text;

import dev.lockjaw.explain.Style;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.CellLine;
import java.util.ArrayList;
import java.util.List;

/**
 * A run as a table: a row for each scenario and a column for each strategy. Transports that agree
 * in every cell share a table. If the strategies' names don't fit side by side, they are not
 * shortened but written as stairs, each above its column.
 */
public final class Matrix {
  private static final int GAP = 2;
  private static final int NARROWEST = Sign.WIDTH + 1;
  private static final int COMFORTABLE = Sign.WIDTH + 2;

  private final int width;
  private final Style style;
  private final List<String> lines = new ArrayList<>();

  private Matrix(int width, Style style) {
    this.width = width;
    this.style = style;
  }

  /**
   * The matrices of a run, and a legend. Ends in a line feed.
   *
   * @param cells in the order of display (see {@link CellOrder})
   */
  public static String of(List<CellLine> cells, int width, Style style) {
    Matrix matrix = new Matrix(width, style);
    Sheet.of(cells).forEach(matrix::write);
    for (Legend.Entry entry : Legend.of(cells)) {
      String sign = Text.pad(entry.sign(), Sign.WIDTH) + " ";
      matrix.lines.addAll(Text.hang(sign, entry.meaning(), width));
    }
    return String.join("\n", matrix.lines) + "\n";
  }

  private void write(Sheet sheet) {
    Text.wrap(sheet.title(), width).forEach(line -> lines.add(style.bold(line)));
    int names =
        sheet.scenarios().stream().mapToInt(name -> Text.width(Text.clean(name))).max().orElse(0);
    int margin = Math.min(names, width / 3) + GAP;
    List<String> strategies = sheet.strategies();
    for (int from = 0; from < strategies.size(); ) {
      int to = from + 1;
      while (to < strategies.size() && fits(strategies.subList(from, to + 1), margin, NARROWEST)) {
        to++;
      }
      columns(sheet, strategies.subList(from, to), margin);
      lines.add("");
      from = to;
    }
  }

  private void columns(Sheet sheet, List<String> strategies, int margin) {
    List<String> names = strategies.stream().map(Text::clean).toList();
    List<Integer> widths = new ArrayList<>();
    for (String name : names) {
      widths.add(Math.max(Text.width(name), Sign.WIDTH) + GAP);
    }
    if (margin + widths.stream().mapToInt(Integer::intValue).sum() - GAP <= width) {
      StringBuilder heading = new StringBuilder(" ".repeat(margin));
      for (int i = 0; i < names.size(); i++) {
        heading.append(Text.pad(names.get(i), widths.get(i)));
      }
      lines.add(heading.toString().stripTrailing());
    } else {
      int pitch = fits(names, margin, COMFORTABLE) ? COMFORTABLE : NARROWEST;
      widths.replaceAll(wide -> pitch);
      stairs(names, margin, pitch);
    }
    for (String scenario : sheet.scenarios()) {
      row(sheet, scenario, strategies, margin, widths);
    }
  }

  /** Whether the names fit as stairs, uncut. */
  private boolean fits(List<String> names, int margin, int pitch) {
    for (int i = 0; i < names.size(); i++) {
      if (margin + i * pitch + Math.max(Sign.WIDTH, Text.width(Text.clean(names.get(i)))) > width) {
        return false;
      }
    }
    return true;
  }

  private void stairs(List<String> names, int margin, int pitch) {
    String left = " ".repeat(margin);
    for (String name : names) {
      lines.add(left + Text.cut(name, width - left.length()));
      left += Text.pad("|", pitch);
    }
  }

  private void row(
      Sheet sheet, String scenario, List<String> strategies, int margin, List<Integer> widths) {
    StringBuilder row = new StringBuilder();
    row.append(Text.pad(Text.cut(Text.clean(scenario), margin - GAP), margin));
    int spaces = 0;
    for (int i = 0; i < strategies.size(); i++) {
      CellLine cell = sheet.cells().get(new Sheet.Place(scenario, strategies.get(i)));
      String sign = cell == null ? "" : Sign.of(cell);
      if (cell != null) {
        row.append(" ".repeat(spaces)).append(cell.outcome().paint(style, sign));
        spaces = 0;
      }
      spaces += widths.get(i) - sign.length();
    }
    lines.add(row.toString().stripTrailing());
  }
}
