package dev.lockjaw.campaign;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import java.util.function.Supplier;

/** Runs cells, as many at a time as there are callers. */
public interface CellRunner extends AutoCloseable {
  /**
   * Runs a cell that can be run.
   *
   * @param share says how far to go; asked once all is ready, so that time counts from there
   * @return what it came to; an {@link Verdict#ERROR} if that could not be found out
   */
  CellResult run(Cell cell, Supplier<Limits> share, RunControl watch) throws InterruptedException;

  /** Gives back what was kept from one cell to the next. No cell may be running. */
  @Override
  void close();
}
