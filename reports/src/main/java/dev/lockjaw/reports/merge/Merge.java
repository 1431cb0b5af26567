package dev.lockjaw.reports.merge;

import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.CellLine;
import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.Results;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Merges the results of all shards of a run into the results of the whole run. */
public final class Merge {
  private final List<Part> parts;

  /**
   * The results of a shard.
   *
   * @param name its location, for messages
   */
  public record Part(String name, Results results) {
    /** Such as {@code 2/3}; a whole run is the only shard of itself. */
    private String shard() {
      return results.header().options().shard().orElse("1/1");
    }

    private int count() {
      return number(shard().replaceFirst(".*/", ""));
    }

    private int index() {
      return number(shard().replaceFirst("/.*", ""));
    }

    private int number(String text) {
      if (!text.matches("[1-9]\\d{0,8}")) {
        throw new UnmergeableException(name + " has no valid shard: '" + shard() + "'");
      }
      return Integer.parseInt(text);
    }
  }

  private Merge(List<Part> parts) {
    this.parts = parts;
  }

  /**
   * Merges the parts.
   *
   * @throws UnmergeableException if they are not all the shards of one run, each once and complete
   */
  public static Results of(List<Part> parts) {
    Merge merge = new Merge(parts);
    merge.checkSame();
    merge.checkShards();
    return merge.join();
  }

  private void checkSame() {
    Part first = parts.get(0);
    for (Part other : parts) {
      Headers.difference(whole(first), whole(other))
          .ifPresent(
              difference -> {
                throw new UnmergeableException(
                    first.name()
                        + " and "
                        + other.name()
                        + " are of different runs: "
                        + difference);
              });
    }
  }

  private void checkShards() {
    Part first = parts.get(0);
    Map<Integer, Part> shards = new TreeMap<>();
    for (Part part : parts) {
      if (part.count() != first.count()) {
        throw new UnmergeableException(
            first.name()
                + " is shard "
                + first.shard()
                + " and "
                + part.name()
                + " is shard "
                + part.shard());
      }
      Part same = shards.put(part.index(), part);
      if (same != null) {
        throw new UnmergeableException(
            same.name() + " and " + part.name() + " are both shard " + part.shard());
      }
    }
    for (Part part : parts) {
      CellList.lack(part.results())
          .ifPresent(
              lack -> {
                throw new UnmergeableException(
                    part.name() + " (shard " + part.shard() + ") is incomplete: " + lack);
              });
    }
    checkNoneIsMissing(shards.keySet(), first.count());
    checkCells();
  }

  private static void checkNoneIsMissing(Set<Integer> present, int count) {
    List<String> missing = new ArrayList<>();
    for (int shard = 1; shard <= count; shard++) {
      if (!present.contains(shard)) {
        missing.add(shard + "/" + count);
      }
    }
    if (!missing.isEmpty()) {
      throw new UnmergeableException(
          (missing.size() == 1 ? "shard " : "shards ") + Text.and(missing) + " missing");
    }
  }

  private void checkCells() {
    Map<CellId, Part> cells = new HashMap<>();
    for (Part part : parts) {
      for (CellLine cell : part.results().cells()) {
        CellId name = cell.result().id();
        Part same = cells.put(name, part);
        if (same != null) {
          throw new UnmergeableException(
              same.name() + " and " + part.name() + " both have the cell " + name.text());
        }
      }
    }
    Optional<String> digest = parts.get(0).results().header().options().cellsDigest();
    if (!digest.equals(Optional.of(CellList.digest(cells.keySet())))) {
      throw new UnmergeableException(
          "these shards are not of one run: their cells are not those of the run in their headers");
    }
  }

  private Results join() {
    List<Part> inOrder = parts.stream().sorted(Comparator.comparingInt(Part::index)).toList();
    List<CellLine> cells =
        inOrder.stream().flatMap(part -> part.results().cells().stream()).toList();
    return new Results(header(inOrder), proofs(inOrder), cells, false);
  }

  /** One proof for each transport: the worst. */
  private static List<CellLine> proofs(List<Part> parts) {
    Map<CellId, CellLine> proofs = new LinkedHashMap<>();
    for (Part part : parts) {
      for (CellLine proof : part.results().proofs()) {
        proofs.merge(
            proof.result().id(),
            proof,
            (one, other) -> one.result().verdict() != Verdict.FAIL ? one : other);
      }
    }
    return List.copyOf(proofs.values());
  }

  private static Header header(List<Part> parts) {
    return Headers.join(parts.stream().map(Merge::whole).toList());
  }

  /** The header of the run of which a part is a shard. */
  private static Header whole(Part part) {
    Header header = part.results().header();
    return header.with(header.options().withoutShard());
  }
}
