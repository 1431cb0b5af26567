package dev.lockjaw.reports.text;

import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.result.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Explains the signs of a matrix, but only those that occur in it. */
public final class Legend {
  /** A sign and its meaning. */
  public record Entry(String sign, String meaning) {}

  private Legend() {}

  /** The entries: first the kinds of findings in their order, then the others. */
  public static List<Entry> of(List<CellLine> cells) {
    List<String> signs = cells.stream().map(Sign::of).collect(Collectors.toList());
    List<Entry> entries = new ArrayList<>();
    for (FindingKind kind : FindingKind.values()) {
      if (signs.stream().anyMatch(sign -> sign.startsWith(kind.sign()))) {
        entries.add(new Entry(kind.sign(), kind.id() + ": " + kind.meaning()));
      }
    }
    if (signs.contains(Sign.CUT_SHORT)) {
      entries.add(
          new Entry(
              Sign.CUT_SHORT, "cut short: nothing found, but not all interleavings were run"));
    }
    if (signs.contains(Sign.UNSEEN)) {
      entries.add(
          new Entry(
              Sign.UNSEEN,
              "not seen: a known failure that no iteration showed, which proves nothing; explore it"));
    }
    if (signs.contains(Sign.SKIPPED)) {
      entries.add(new Entry(Sign.SKIPPED, "skipped: not run; the results say why"));
    }
    if (signs.contains(Sign.ERROR)) {
      entries.add(new Entry(Sign.ERROR, "error: proves nothing; the results say why"));
    }
    if (signs.stream().anyMatch(sign -> sign.endsWith(Sign.UNEXPECTED))) {
      entries.add(new Entry(Sign.UNEXPECTED, "not what the baseline expects"));
    }
    if (signs.stream().anyMatch(sign -> sign.endsWith(Sign.SEVERAL))) {
      entries.add(
          new Entry(
              Sign.SEVERAL,
              "not what the baseline expects, and findings of several kinds; the sign is the worst"
                  + " one's"));
    }
    return entries;
  }
}
