package dev.lockjaw.process;

import dev.lockjaw.campaign.ScheduleReplay;
import dev.lockjaw.result.CellResult;
import java.io.Serializable;

/** A worker's answer to a task. */
sealed interface Answer extends Serializable {
  /**
   * To {@link CellTask.Run}.
   *
   * @param poisoned whether threads are stuck for good, so that the worker must be replaced
   */
  record Ran(CellResult result, boolean poisoned) implements Answer {}

  /** To {@link CellTask.Rerun}. */
  record Reran(ScheduleReplay replay) implements Answer {}

  /** To either: the task failed. */
  record Failed(String why) implements Answer {}
}
