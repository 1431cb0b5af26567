package dev.lockjaw.cli.option;

import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.explain.Text;
import dev.lockjaw.run.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One of the parts that a run is split into, of about equal cost. Which cells are whose depends on
 * nothing but the names of all of them: each in turn, the dearest first, goes to the shard that has
 * least to do so far.
 *
 * @param index from 1
 * @param count of all
 */
public record Shard(int index, int count) {
  /** Such as {@code 2/3}. */
  public String text() {
    return index + "/" + count;
  }

  /** Its own of a run's cells, in their order. */
  public List<Cell> of(List<Cell> cells) {
    if (count > cells.size()) {
      throw new UsageException(
          "--shard "
              + text()
              + " is one of more shards than there are cells: "
              + Text.count(cells.size(), "cell")
              + " can be shared by as many at most");
    }
    Costs costs = Costs.known();
    List<Cell> dearestFirst = new ArrayList<>(cells);
    dearestFirst.sort(
        Comparator.<Cell>comparingLong(cell -> -costs.of(cell))
            .thenComparing(cell -> cell.id().text()));
    long[] load = new long[count];
    Set<Cell> own = new HashSet<>();
    for (Cell cell : dearestFirst) {
      int least = 0;
      for (int shard = 1; shard < count; shard++) {
        least = load[shard] < load[least] ? shard : least;
      }
      load[least] += costs.of(cell);
      if (least == index - 1) {
        own.add(cell);
      }
    }
    return cells.stream().filter(own::contains).toList();
  }
}
