package dev.lockjaw.sync.rundown;

import dev.lockjaw.sync.Rundown;
import dev.lockjaw.sync.Sync;

/** Makes the fastest rundown of this machine, for threads that no explorer schedules. */
public final class Rundowns {
  private Rundowns() {}

  /**
   * @param sync where threads wait
   * @param name names the rundown in a run
   */
  public static Rundown fastest(Sync sync, String name) {
    return ProcessBarrier.problem().isEmpty()
        ? new SlotRundown(sync, name)
        : new FencedRundown(sync, name);
  }
}
