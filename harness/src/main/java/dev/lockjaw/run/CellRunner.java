package dev.lockjaw.run;

import java.util.function.BooleanSupplier;

/** Runs cells, as many at a time as there are callers. */
public interface CellRunner extends AutoCloseable {
  /**
   * Runs a cell that can be run.
   *
   * @param cancelled asked now and then; once it holds, what there is so far is the result
   * @return what it came to; an {@link Verdict#ERROR} if that could not be found out
   */
  CellResult run(Cell cell, Limits limits, BooleanSupplier cancelled) throws InterruptedException;

  /** Gives back what was kept from one cell to the next. No cell may be running. */
  @Override
  void close();
}
