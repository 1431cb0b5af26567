package dev.lockjaw.reports.results;

import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Verdict;
import java.util.List;

/**
 * What a cell is expected to come to.
 *
 * @param verdict {@link Verdict#PASS} or {@link Verdict#FAIL}
 * @param kinds the kinds of findings that are expected of one that fails; empty for any
 */
public record Expected(Verdict verdict, List<FindingKind> kinds) {
  /** What is expected of code that nothing is known about. */
  public static final Expected PASS = new Expected(Verdict.PASS, List.of());

  public Expected {
    if (verdict != Verdict.PASS && verdict != Verdict.FAIL) {
      throw new IllegalArgumentException("'" + verdict.id() + "' can't be expected of a cell");
    }
    kinds = List.copyOf(kinds);
  }

  /** A cell that is known to fail. */
  public static Expected failure(List<FindingKind> kinds) {
    return new Expected(Verdict.FAIL, kinds);
  }

  /** Whether a finding of that kind is no news. */
  public boolean allows(FindingKind kind) {
    return verdict == Verdict.FAIL && (kinds.isEmpty() || kinds.contains(kind));
  }
}
