package dev.lockjaw.reports.text;

import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The sign of a cell in a matrix: at most four characters. */
public final class Sign {
  static final int WIDTH = 4;

  /** Marks an unexpected result. */
  static final String UNEXPECTED = "!";

  /** Marks an unexpected result with findings of several kinds. */
  static final String SEVERAL = "+";

  static final String UNSEEN = "ok?";
  static final String CUT_SHORT = "...";
  static final String SKIPPED = "skip";
  static final String ERROR = "ERR";
  private static final String PASSED = "ok";
  private static final String UNSHOWN = "???";

  private Sign() {}

  /**
   * Such as {@code ok}, {@code DLK} or, if unexpected, {@code DLK!}; {@code DLK+} if there are
   * other kinds of findings, too.
   */
  public static String of(CellLine cell) {
    Outcome outcome = cell.outcome();
    String sign =
        switch (outcome) {
          case PASSED, GONE -> PASSED;
          case UNSEEN -> UNSEEN;
          case CUT_SHORT -> CUT_SHORT;
          case SKIPPED -> SKIPPED;
          case ERROR -> ERROR;
          case FAILED_AS_EXPECTED -> known(cell.result().findings());
          case FAILED -> worst(cell.news());
        };
    return outcome.unexpected() ? sign + mark(cell) : sign;
  }

  /** A known failure keeps the sign of the finding that it shows first. */
  private static String known(List<Finding> findings) {
    return findings.isEmpty() ? UNSHOWN : findings.get(0).kind().sign();
  }

  /** A finding that does little harm must not hide another one. */
  private static String worst(List<Finding> findings) {
    return kinds(findings).min(Comparator.naturalOrder()).map(FindingKind::sign).orElse(UNSHOWN);
  }

  private static String mark(CellLine cell) {
    return kinds(cell.news()).count() > 1 ? SEVERAL : UNEXPECTED;
  }

  private static Stream<FindingKind> kinds(List<Finding> findings) {
    return findings.stream().map(Finding::kind).distinct();
  }
}
