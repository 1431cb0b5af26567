package dev.lockjaw.reports.text;

import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Outcome;
import dev.lockjaw.result.Finding;
import java.util.List;

/** The sign of a cell in a matrix: at most four characters. */
public final class Sign {
  static final int WIDTH = 4;

  /** Marks an unexpected result. */
  static final String UNEXPECTED = "!";

  static final String UNSEEN = "ok?";
  static final String CUT_SHORT = "...";
  static final String SKIPPED = "skip";
  static final String ERROR = "ERR";
  private static final String PASSED = "ok";
  private static final String UNSHOWN = "???";

  private Sign() {}

  /** Such as {@code ok}, {@code DLK} or, if unexpected, {@code DLK!}. */
  public static String of(CellLine cell) {
    Outcome outcome = cell.outcome();
    String sign =
        switch (outcome) {
          case PASSED, GONE -> PASSED;
          case UNSEEN -> UNSEEN;
          case CUT_SHORT -> CUT_SHORT;
          case SKIPPED -> SKIPPED;
          case ERROR -> ERROR;
          case FAILED_AS_EXPECTED -> of(cell.result().findings());
          case FAILED -> of(cell.news());
        };
    return outcome.unexpected() ? sign + UNEXPECTED : sign;
  }

  private static String of(List<Finding> findings) {
    return findings.isEmpty() ? UNSHOWN : findings.get(0).kind().sign();
  }
}
