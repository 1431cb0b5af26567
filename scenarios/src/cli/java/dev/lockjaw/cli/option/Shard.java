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
 * One of several parts of a run, of about equal cost. The split depends only on the names of all
 * cells: each cell in turn, the most expensive first, goes to the shard with the least work so far.
 *
 * @param index from 1
 * @param count the number of shards
 */
public record Shard(int index, int count) {
  /** Such as {@code 2/3}. */
  public String text() {
    return index + "/" + count;
  }

  /** Its share of a run's cells, in their order. */
  public List<Cell> of(List<Cell> cells) {
    if (count > cells.size()) {
      throw new UsageException(
          "--shard "
              + text()
              + " names more shards than there are cells: "
              + Text.count(cells.size(), "cell")
              + " can make that many shards at most");
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
