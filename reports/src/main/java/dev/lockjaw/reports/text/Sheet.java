package dev.lockjaw.reports.text;

import dev.lockjaw.explain.Protocols;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.result.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Cells by scenario and strategy, of one transport or of several that agree in every cell.
 *
 * @param transports for which it holds
 * @param alike the cells of each of them
 */
public record Sheet(List<String> transports, List<Map<Sheet.Place, CellLine>> alike) {
  /** The place of a cell in the table. */
  public record Place(String scenario, String strategy) {}

  /**
   * The sheets of a run, in the order of its cells. The second run of a cell is on another sheet.
   */
  public static List<Sheet> of(List<CellLine> cells) {
    Map<String, Map<Place, CellLine>> byTransport = new LinkedHashMap<>();
    for (CellLine cell : cells) {
      Place place = new Place(cell.result().id().scenario(), cell.result().id().strategy());
      int copy = 0;
      while (byTransport
          .computeIfAbsent(key(cell, copy), k -> new LinkedHashMap<>())
          .containsKey(place)) {
        copy++;
      }
      byTransport.get(key(cell, copy)).put(place, cell);
    }
    Map<Map<Place, String>, List<Map<Place, CellLine>>> alike = new LinkedHashMap<>();
    byTransport
        .values()
        .forEach(some -> alike.computeIfAbsent(looks(some), k -> new ArrayList<>()).add(some));
    return alike.values().stream()
        .map(group -> new Sheet(group.stream().map(Sheet::transport).toList(), group))
        .toList();
  }

  private static String key(CellLine cell, int copy) {
    return cell.result().id().transport() + '\n' + copy;
  }

  private static String transport(Map<Place, CellLine> cells) {
    return Text.clean(cells.values().iterator().next().result().id().transport());
  }

  private static Map<Place, String> looks(Map<Place, CellLine> cells) {
    Map<Place, String> looks = new LinkedHashMap<>();
    cells.forEach(
        (place, cell) ->
            looks.put(
                place,
                String.join(
                    "\n",
                    Sign.of(cell),
                    cell.result().id().protocol(),
                    cell.result().mode().id())));
    return looks;
  }

  /** The cells of the first transport. */
  public Map<Place, CellLine> cells() {
    return alike.get(0);
  }

  public List<String> scenarios() {
    return cells().keySet().stream().map(Place::scenario).distinct().toList();
  }

  public List<String> strategies() {
    return cells().keySet().stream().map(Place::strategy).distinct().toList();
  }

  /**
   * Such as {@code jsse and bc (TLS 1.2; key-update with TLS 1.3), which agree in all 162 cells}.
   */
  public String title() {
    String count = Text.count(cells().size(), "cell");
    String agree = cells().size() == 1 ? "their one cell" : "all " + count;
    return Text.and(transports)
        + " ("
        + how()
        + "), "
        + (transports.size() == 1 ? count : "which agree in " + agree);
  }

  private String how() {
    Map<String, Long> counts =
        cells().values().stream()
            .collect(
                Collectors.groupingBy(
                    cell -> cell.result().id().protocol(), TreeMap::new, Collectors.counting()));
    String most = null;
    for (String protocol : counts.keySet()) {
      most = most == null || counts.get(protocol) > counts.get(most) ? protocol : most;
    }
    StringBuilder how = new StringBuilder(Protocols.written(most));
    for (String protocol : counts.keySet()) {
      if (!protocol.equals(most)) {
        how.append("; ").append(Text.and(with(protocol)));
        how.append(" with ").append(Protocols.written(protocol));
      }
    }
    List<String> modes =
        cells().values().stream().map(cell -> cell.result().mode().id()).distinct().toList();
    return modes.equals(List.of(Mode.EXPLORE.id())) ? how.toString() : how + "; " + Text.and(modes);
  }

  private List<String> with(String protocol) {
    return cells().values().stream()
        .filter(cell -> cell.result().id().protocol().equals(protocol))
        .map(cell -> Text.clean(cell.result().id().scenario()))
        .distinct()
        .toList();
  }
}
