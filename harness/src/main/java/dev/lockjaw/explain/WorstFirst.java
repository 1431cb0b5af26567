package dev.lockjaw.explain;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The findings of a cell in the order in which people read them. The kind that explains most comes
 * first ({@link FindingKind}), so that a harmless finding hides no other.
 */
public final class WorstFirst {
  private WorstFirst() {}

  /** The findings, by kind; those of a kind in the order in which they were found. */
  public static List<Finding> of(List<Finding> findings) {
    return findings.stream().sorted(Comparator.comparing(Finding::kind)).toList();
  }

  /**
   * The kinds besides that of one finding, to follow a text about it: {@code ; also stall,
   * data-race}; empty if there are none.
   */
  public static String others(Finding than, List<Finding> findings) {
    String others =
        findings.stream()
            .map(Finding::kind)
            .distinct()
            .filter(kind -> kind != than.kind())
            .sorted()
            .map(FindingKind::id)
            .collect(Collectors.joining(", "));
    return others.isEmpty() ? "" : "; also " + others;
  }
}
