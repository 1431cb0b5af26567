package dev.lockjaw.process;

import dev.lockjaw.campaign.ScheduleReplay;
import dev.lockjaw.result.CellResult;
import java.io.Serializable;

/** What a worker says when it has done a task. */
sealed interface Answer extends Serializable {
  /**
   * To {@link CellTask.Run}.
   *
   * @param poisoned whether threads are stuck for good, so that the worker should not go on
   */
  record Ran(CellResult result, boolean poisoned) implements Answer {}

  /** To {@link CellTask.Rerun}. */
  record Reran(ScheduleReplay replay) implements Answer {}

  /** To either: it could not be done. */
  record Failed(String why) implements Answer {}
}
