package dev.lockjaw.campaign;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import java.util.function.Supplier;

/** Runs cells, as many at a time as there are callers. */
public interface CellRunner extends AutoCloseable {
  /**
   * Runs a cell that is not skipped.
   *
   * @param share the cell's limits; asked once everything is ready, so that the time counts from
   *     then
   * @return the result; an {@link Verdict#ERROR} if the cell could not be run
   */
  CellResult run(Cell cell, Supplier<Limits> share, RunControl watch) throws InterruptedException;

  /** Frees what was kept from one cell to the next. No cell may be running. */
  @Override
  void close();
}
