package dev.lockjaw.explain;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.Passing;
import java.util.ArrayList;
import java.util.List;

/** What the nearest passing interleaving does differently from the one that fails. */
public final class PassingText {
  private PassingText() {}

  /**
   * The difference in one line, such as {@code Passes if freer waits at step 3}.
   *
   * @param finding one with a passing interleaving, or with none after a search
   */
  public static String heading(Finding finding) {
    Passing passing = finding.passing();
    if (!passing.found()) {
      return "No passing interleaving";
    }
    return "Passes if "
        + thread(finding)
        + (waits(finding) ? " waits at step " : " does otherwise at step ")
        + (passing.same() + 1);
  }

  /** What follows from it, in one or two sentences; the rest of a sentence if none was found. */
  public static String sentence(Finding finding) {
    Passing passing = finding.passing();
    if (!passing.found()) {
      return passing.tried() == 0
          ? "up to the fault no other thread could move."
          : passing.tried() == 1
              ? "the one nearest to this one fails, too."
              : "the " + passing.tried() + " nearest to this one fail, too.";
    }
    int same = passing.same();
    return (same == 0
            ? ""
            : same == 1
                ? "Step 1 is the same. "
                : "Steps 1 " + (same == 2 ? "and " : "to ") + same + " are the same. ")
        + "Then "
        + mover(finding)
        + (waits(finding) ? " moves first:" : " continues like this:");
  }

  /** What follows the steps that are shown. */
  public static String end(Passing passing) {
    return passing.more() == 0
        ? "all threads are done"
        : Text.count(passing.more(), "more step") + ", without a fault";
  }

  static List<String> lines(Finding finding, int width, Style style) {
    List<String> lines = new ArrayList<>();
    Passing passing = finding.passing();
    if (!passing.found()) {
      return Text.wrap(heading(finding) + ": " + sentence(finding), width);
    }
    Text.wrap(heading(finding), width).forEach(line -> lines.add(style.bold(line)));
    lines.addAll(Text.hang("  ", sentence(finding), width));
    lines.addAll(Interleaving.beside(finding.interleaving(), passing, width));
    lines.addAll(Text.hang("  ", "... " + end(passing), width));
    lines.add("  its token: " + passing.token());
    return lines;
  }

  /** Whether another thread moves in the place of the one that moves in the failing one. */
  private static boolean waits(Finding finding) {
    return !thread(finding).equals(mover(finding));
  }

  private static String thread(Finding finding) {
    return Text.clean(finding.interleaving().get(finding.passing().same()).thread());
  }

  private static String mover(Finding finding) {
    return Text.clean(finding.passing().steps().get(0).thread());
  }
}
