package dev.lockjaw.reports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What is written beside the results when a run has ended. */
public final class OutputFiles {
  /** The numbers and matrices, in markdown. */
  public static final String SUMMARY = "summary.md";

  /** Every finding in full. */
  public static final String FAILURES = "failures.txt";

  private static final int WIDTH = 100;

  private OutputFiles() {}

  /**
   * Writes all of them, over any that are there.
   *
   * @param cells in the order in which they are to be shown
   * @param wall how long the run took, or zero if that isn't known
   * @throws OutputException if one can't be written
   */
  public static void write(Path directory, List<CellLine> cells, Duration wall) {
    write(directory.resolve(SUMMARY), SummaryMarkdown.of(cells, wall));
    write(directory.resolve(FAILURES), failures(cells));
  }

  /** The unexpected first, as those are what one looks for. */
  private static String failures(List<CellLine> cells) {
    List<String> found =
        cells.stream()
            .filter(cell -> !cell.result().findings().isEmpty())
            .sorted((one, other) -> Boolean.compare(news(other), news(one)))
            .map(cell -> Explanation.of(cell.result(), WIDTH, Style.PLAIN))
            .toList();
    return found.isEmpty()
        ? "No findings.\n"
        : found.stream().collect(Collectors.joining("\n" + "-".repeat(WIDTH) + "\n\n"));
  }

  private static boolean news(CellLine cell) {
    return cell.outcome() == Outcome.FAILED;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException refused) {
      throw OutputException.cannot("write", file, refused);
    }
  }
}
