package dev.lockjaw.reports.results;

import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Verdict;
import java.util.List;

/**
 * The expected verdict on a cell.
 *
 * @param verdict {@link Verdict#PASS} or {@link Verdict#FAIL}
 * @param kinds the expected kinds of findings of a cell that fails; empty if any kind is expected
 */
public record Expected(Verdict verdict, List<FindingKind> kinds) {
  /** The expectation for code that nothing is known about. */
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

  /** Whether a finding of a kind is expected. */
  public boolean allows(FindingKind kind) {
    return verdict == Verdict.FAIL && (kinds.isEmpty() || kinds.contains(kind));
  }
}
