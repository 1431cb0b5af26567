package dev.lockjaw.cli.compare;

import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.compare.Comparison;
import dev.lockjaw.compare.Glance;
import dev.lockjaw.explain.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The strategies side by side on a terminal: one table, folded on a narrow terminal. */
final class CompareTable {
  private static final String GAP = "  ";

  private final List<String> names;
  private final List<Column> columns = new ArrayList<>();

  /** A heading of one or more lines, and a cell for each strategy. */
  private record Column(List<String> heading, List<String> cells) {
    int width() {
      return Stream.concat(heading.stream(), cells.stream()).mapToInt(Text::width).max().orElse(0);
    }
  }

  CompareTable(Comparison comparison) {
    Glance glance = Glance.of(comparison);
    names = glance.strategies();
    for (Glance.Column column : glance.columns()) {
      columns.add(
          new Column(
              List.of(column.heading().split(" (?=\\S+$)|(?<=^\\S{1,8}) ")), column.texts()));
    }
  }

  void print(Terminal terminal) {
    int first = names.stream().mapToInt(Text::width).max().orElse(0);
    for (int from = 0; from < columns.size(); ) {
      int to = from;
      int width = first;
      do {
        width += GAP.length() + columns.get(to).width();
        to++;
      } while (to < columns.size()
          && width + GAP.length() + columns.get(to).width() <= terminal.width());
      terminal.print((from > 0 ? "\n" : "") + lines(names, first, columns.subList(from, to)));
      from = to;
    }
  }

  private static String lines(List<String> names, int first, List<Column> some) {
    StringBuilder lines = new StringBuilder();
    int height = some.stream().mapToInt(column -> column.heading().size()).max().orElse(0);
    for (int line = 0; line < height; line++) {
      int below = height - line;
      row(
          lines,
          "",
          first,
          some,
          column ->
              column.heading().size() < below
                  ? ""
                  : column.heading().get(column.heading().size() - below));
    }
    for (int i = 0; i < names.size(); i++) {
      int strategy = i;
      row(lines, names.get(i), first, some, column -> column.cells().get(strategy));
    }
    return lines.toString();
  }

  private static void row(
      StringBuilder lines,
      String name,
      int first,
      List<Column> some,
      Function<Column, String> cell) {
    StringBuilder line = new StringBuilder(Text.pad(name, first));
    for (Column column : some) {
      line.append(GAP).append(Text.right(cell.apply(column), column.width()));
    }
    lines.append(line.toString().stripTrailing()).append('\n');
  }
}
