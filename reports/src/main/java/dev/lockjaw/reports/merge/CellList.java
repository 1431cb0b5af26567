package dev.lockjaw.reports.merge;

import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.Results;
import dev.lockjaw.reports.results.RunOptions;
import dev.lockjaw.result.CellId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/** The entries of a header about the cells of its run: their number and a digest of their names. */
public final class CellList {
  private CellList() {}

  /** Adds these entries to the options of a run. */
  public static RunOptions describe(Collection<CellId> cells, RunOptions options) {
    return options.withCells(cells.size(), digest(cells));
  }

  /** A digest of the names, independent of their order. */
  static String digest(Collection<CellId> cells) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      cells.stream()
          .map(cell -> Text.clean(cell.text()))
          .sorted()
          .forEach(name -> digest.update((name + '\n').getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Which of the run's cells the results lack, in words; empty if they are complete. */
  public static Optional<String> lack(Results results) {
    OptionalInt wanted = results.header().options().ownCells();
    int cells = results.cells().size();
    if (wanted.isPresent() && wanted.getAsInt() != cells) {
      return Optional.of("it has " + cells + " of its " + wanted.getAsInt() + " cells");
    }
    return results.truncated() ? Optional.of("its last line is cut off") : Optional.empty();
  }
}
