package dev.lockjaw.process;

import dev.lockjaw.campaign.Limits;
import java.io.Serializable;

/** A message to a worker. */
sealed interface CellTask extends Serializable {
  /**
   * Run a cell.
   *
   * @param leftNanos nanoseconds to the deadline, because the clocks of two JVMs are unrelated
   */
  record Run(CellClasses cell, Limits limits, long leftNanos) implements CellTask {}

  /** Run one schedule of a cell, and keep the evidence. */
  record Rerun(CellClasses cell, String schedule) implements CellTask {}

  /** End the current cell early. */
  record Cancel() implements CellTask {}
}
