package dev.lockjaw.cli.outcome;

import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.CellLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cells of one run that ended with errors, by whose fault that was.
 *
 * @param heading whose fault
 * @param lines for each error, the cells and the error
 */
record ErrorList(String heading, List<Line> lines) {
  /** One error; of many cells, it is shown once. */
  record Line(String cells, String text) {}

  static List<ErrorList> of(List<CellLine> errors) {
    Map<String, Map<String, List<CellLine>>> byFault = new LinkedHashMap<>();
    for (CellLine cell : errors) {
      byFault
          .computeIfAbsent(cell.result().ending().blame(), blame -> new LinkedHashMap<>())
          .computeIfAbsent(cell.result().ending().text(), text -> new ArrayList<>())
          .add(cell);
    }
    List<ErrorList> lists = new ArrayList<>();
    byFault.forEach(
        (blame, texts) -> {
          List<Line> lines = new ArrayList<>();
          texts.forEach((text, cells) -> lines.add(new Line(names(cells), text)));
          lists.add(new ErrorList("Errors: " + blame + " at these cells", lines));
        });
    return lists;
  }

  private static String names(List<CellLine> cells) {
    String first = cells.get(0).shortName();
    return cells.size() == 1 ? first : first + " and " + Text.count(cells.size() - 1, "more cell");
  }
}
