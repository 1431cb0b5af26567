package dev.lockjaw.arena;

import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.TaskQueue;

/** An executor of a run. */
public abstract class ArenaTaskQueue extends Shared implements TaskQueue {
  protected ArenaTaskQueue(String name) {
    super(name);
  }

  /**
   * Whether its thread has started and has not ended by itself. Only once no thread of the run can
   * move.
   */
  public abstract boolean running();
}
