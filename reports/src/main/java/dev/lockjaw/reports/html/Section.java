package dev.lockjaw.reports.html;

import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.reports.text.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place of a sheet that has details: its cell on each of the transports that agree.
 *
 * @param paths for each cell, the text after {@code #cell=} in a link to it
 */
record Section(List<CellLine> cells, List<String> paths) {

  /** The sections of a sheet by place, in the order of the sheet. */
  static Map<Sheet.Place, Section> of(Sheet sheet, Paths paths) {
    Map<Sheet.Place, Section> sections = new LinkedHashMap<>();
    sheet
        .cells()
        .forEach(
            (place, first) -> {
              if (!first.result().findings().isEmpty() || first.outcome() == Outcome.ERROR) {
                List<CellLine> cells = new ArrayList<>();
                sheet.alike().forEach(alike -> cells.add(alike.get(place)));
                sections.put(place, new Section(cells, cells.stream().map(paths::of).toList()));
              }
            });
    return sections;
  }

  CellLine first() {
    return cells.get(0);
  }

  String id() {
    return "cell=" + paths.get(0);
  }

  /** Gives each cell a unique name for links. */
  static final class Paths {
    private final Map<String, Integer> given = new HashMap<>();

    String of(CellLine cell) {
      String path =
          String.join(
              "/",
              safe(cell.result().id().scenario()),
              safe(cell.result().id().strategy()),
              safe(cell.result().id().transport()));
      int copy = given.merge(path, 1, Integer::sum);
      return copy == 1 ? path : path + '~' + copy;
    }

    private static String safe(String name) {
      return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }
  }
}
