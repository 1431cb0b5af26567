package dev.lockjaw.process;

import dev.lockjaw.campaign.Limits;
import java.io.Serializable;

/** What a worker is told. */
sealed interface CellTask extends Serializable {
  /**
   * Run a cell.
   *
   * @param leftNanos to the deadline, as clocks of two JVMs have nothing to do with each other
   */
  record Run(CellClasses cell, Limits limits, long leftNanos) implements CellTask {}

  /** Run one schedule of a cell, and keep the evidence. */
  record Rerun(CellClasses cell, String schedule) implements CellTask {}

  /** Come to an end with the cell that is being run. */
  record Cancel() implements CellTask {}
}
