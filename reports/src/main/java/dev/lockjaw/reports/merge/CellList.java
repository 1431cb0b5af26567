package dev.lockjaw.reports.merge;

import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.Results;
import dev.lockjaw.result.CellId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of a header about the cells of its run: their number and a digest of their names; for
 * a shard also which one it is, and how many cells it has.
 */
public final class CellList {
  static final String CELLS = "cells";
  static final String DIGEST = "cellsDigest";
  static final String SHARD = "shard";
  static final String SHARD_CELLS = "shardCells";

  private CellList() {}

  /** Adds these entries to the options of a header. */
  public static void describe(Collection<CellId> cells, Map<String, Object> options) {
    options.put(CELLS, cells.size());
    options.put(DIGEST, digest(cells));
  }

  /**
   * Adds the entries of a shard.
   *
   * @param shard such as {@code 2/3}
   * @param cells how many of the run's cells are its own
   */
  public static void describeShard(String shard, int cells, Map<String, Object> options) {
    options.put(SHARD, shard);
    options.put(SHARD_CELLS, cells);
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

  /** The shard of the results, if they are one. */
  public static Optional<String> shard(Results results) {
    return Optional.ofNullable(results.header().options().get(SHARD)).map(Object::toString);
  }

  /** Which of the run's cells the results lack, in words; empty if they are complete. */
  public static Optional<String> lack(Results results) {
    Map<String, Object> options = results.header().options();
    Object own = options.getOrDefault(SHARD_CELLS, options.get(CELLS));
    int cells = results.cells().size();
    if (own instanceof Number wanted && wanted.intValue() != cells) {
      return Optional.of("it has " + cells + " of its " + wanted + " cells");
    }
    return results.truncated() ? Optional.of("its last line is cut off") : Optional.empty();
  }
}
