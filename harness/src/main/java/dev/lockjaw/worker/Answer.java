package dev.lockjaw.worker;

import dev.lockjaw.run.CellResult;
import dev.lockjaw.run.Replay;
import java.io.Serializable;

/** What a worker says when it has done a task. */
sealed interface Answer extends Serializable {
  /**
   * To {@link Task.Run}.
   *
   * @param poisoned whether threads are stuck for good, so that the worker should not go on
   */
  record Ran(CellResult result, boolean poisoned) implements Answer {}

  /** To {@link Task.Rerun}. */
  record Reran(Replay replay) implements Answer {}

  /** To either: it could not be done. */
  record Failed(String why) implements Answer {}
}
