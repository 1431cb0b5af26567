package dev.lockjaw.cli.terminal;

import dev.lockjaw.explain.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Rows of aligned columns. The last column is wrapped to the remaining width. */
public final class Listing {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Two columns. */
  public static <T> Listing of(List<T> things, Function<T, String> name, Function<T, String> text) {
    Listing listing = new Listing();
    things.forEach(thing -> listing.row(name.apply(thing), text.apply(thing)));
    return listing;
  }

  /** Adds a row; all rows have the same number of cells. */
  public Listing row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  List<String> lines(int width) {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder first = new StringBuilder();
      for (int column = 0; column < row.size() - 1; column++) {
        String cell = row.get(column);
        first.append(cell).append(" ".repeat(widest(column) - cell.length())).append(GAP);
      }
      lines.addAll(Text.hangWords(first.toString(), row.get(row.size() - 1), width));
    }
    return lines;
  }

  public void print(Terminal terminal) {
    lines(terminal.width()).forEach(terminal.out()::println);
    terminal.out().flush();
  }

  private int widest(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
