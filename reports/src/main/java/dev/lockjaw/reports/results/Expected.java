package dev.lockjaw.reports.results;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Verdict;
import java.util.List;

/**
 * The expected verdict on a cell.
 *
 * @param verdict {@link Verdict#PASS} or {@link Verdict#FAIL}
 * @param kinds the expected kinds of findings of a cell that fails; empty if any kind is expected
 * @param known findings that are expected besides
 */
public record Expected(Verdict verdict, List<FindingKind> kinds, List<Suppression> known) {
  /** The expectation for code that nothing is known about. */
  public static final Expected PASS = new Expected(Verdict.PASS, List.of());

  public Expected {
    if (verdict != Verdict.PASS && verdict != Verdict.FAIL) {
      throw new IllegalArgumentException("'" + verdict.id() + "' can't be expected of a cell");
    }
    kinds = List.copyOf(kinds);
    known = List.copyOf(known);
  }

  public Expected(Verdict verdict, List<FindingKind> kinds) {
    this(verdict, kinds, List.of());
  }

  /** A cell that is known to fail. */
  public static Expected failure(List<FindingKind> kinds) {
    return new Expected(Verdict.FAIL, kinds);
  }

  /** Expects known findings besides. */
  public Expected with(List<Suppression> others) {
    return new Expected(verdict, kinds, others);
  }

  /** Whether a finding is expected. */
  public boolean allows(Finding finding) {
    boolean ofKind = kinds.isEmpty() || kinds.contains(finding.kind());
    return verdict == Verdict.FAIL && ofKind
        || known.stream().anyMatch(one -> one.matches(finding));
  }
}
