package dev.lockjaw.reports.baseline;

import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes results as a baseline that {@link Expectations} reads: a line for each scenario and
 * strategy that fails, and the cells that were run. The text depends only on the verdicts, so a
 * diff of two shows what has changed.
 */
public final class BaselineText {
  private static final List<String> HEADING =
      List.of(
          "# A Lockjaw baseline: the cells that fail, with the kinds of their findings.",
          "# A covered cell that is not listed is expected to pass. A covered cell that is not run"
              + " fails the",
          "# gate.",
          "#");

  private final List<CellLine> ran;
  private final List<String> lines = new ArrayList<>(HEADING);

  private BaselineText(List<CellLine> ran) {
    this.ran = ran;
  }

  /**
   * The text.
   *
   * @param cells in the order of the list
   * @throws UnfitResultsException with one line for the user, if they can't be a baseline
   */
  public static String of(List<CellLine> cells) {
    for (CellLine cell : cells) {
      check(cell);
    }
    List<CellLine> ran = cells.stream().filter(BaselineText::ran).toList();
    if (ran.isEmpty()) {
      throw new UnfitResultsException("nothing was run, so there is nothing for a baseline");
    }
    BaselineText text = new BaselineText(ran);
    text.failures();
    text.lines.add("");
    text.lines.addAll(Coverage.lines(ran));
    return String.join("\n", text.lines) + "\n";
  }

  private static boolean ran(CellLine cell) {
    return cell.outcome() != Outcome.SKIPPED;
  }

  private static void check(CellLine cell) {
    CellResult result = cell.result();
    if (result.verdict() == Verdict.ERROR) {
      throw new UnfitResultsException(
          result.ending().blame()
              + " at "
              + result.id().text()
              + " ("
              + result.ending().text()
              + "); write a baseline from a run without errors");
    }
    if (result.verdict() == Verdict.FAIL && result.findings().isEmpty()) {
      throw new UnfitResultsException(result.id().text() + " failed without evidence");
    }
    for (String name :
        List.of(
            result.id().scenario(),
            result.id().strategy(),
            result.id().transport(),
            result.id().protocol())) {
      if (!name.matches("[^\\s,#/]+") || !name.equals(Text.clean(name))) {
        throw new UnfitResultsException(
            "'"
                + name
                + "' can't be written in a baseline: blanks, commas, '#' and '/' separate words");
      }
    }
  }

  /** How a cell fails: the parts by which lines differ. */
  private record Line(String scenario, String strategy, List<FindingKind> kinds) {}

  private void failures() {
    Map<Line, List<String>> transports = new LinkedHashMap<>();
    Map<String, List<FindingKind>> written = new LinkedHashMap<>();
    for (CellLine cell : ran) {
      CellResult result = cell.result();
      if (result.verdict() == Verdict.FAIL) {
        String pair = result.id().scenario() + ' ' + result.id().strategy();
        Line line =
            new Line(result.id().scenario(), result.id().strategy(), kinds(result, pair, written));
        List<String> some = transports.computeIfAbsent(line, l -> new ArrayList<>());
        String transport =
            result.id().transport() + (sameUnderAll(result) ? "" : "/" + result.id().protocol());
        if (!some.contains(transport)) {
          some.add(transport);
        }
      }
    }
    table(transports);
  }

  /** The kinds in the order in which they occurred when this set of kinds was first seen. */
  private static List<FindingKind> kinds(
      CellResult result, String pair, Map<String, List<FindingKind>> written) {
    List<FindingKind> kinds = result.findings().stream().map(Finding::kind).distinct().toList();
    return written.computeIfAbsent(pair + ' ' + new TreeSet<>(kinds), key -> kinds);
  }

  /** Whether the cell has the same result under every TLS version that it was run with. */
  private boolean sameUnderAll(CellResult result) {
    return ran.stream()
        .map(CellLine::result)
        .filter(
            other ->
                other.id().scenario().equals(result.id().scenario())
                    && other.id().strategy().equals(result.id().strategy())
                    && other.id().transport().equals(result.id().transport()))
        .allMatch(other -> kinds(other).equals(kinds(result)));
  }

  private static Set<FindingKind> kinds(CellResult result) {
    return new TreeSet<>(result.findings().stream().map(Finding::kind).toList());
  }

  private void table(Map<Line, List<String>> transports) {
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"# scenario", "strategy", "transports", "kinds of findings"});
    transports.forEach(
        (line, some) ->
            rows.add(
                new String[] {
                  line.scenario(),
                  line.strategy(),
                  String.join(",", some),
                  String.join(" ", line.kinds().stream().map(FindingKind::id).toList())
                }));
    String before = null;
    for (String[] row : rows) {
      if (before != null && !row[0].equals(before)) {
        lines.add("");
      }
      before = row[0];
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < row.length - 1; column++) {
        int at = column;
        int wide = rows.stream().mapToInt(other -> other[at].length()).max().orElse(0);
        text.append(Text.pad(row[column], wide)).append("  ");
      }
      lines.add(text.append(row[row.length - 1]).toString());
    }
  }
}
