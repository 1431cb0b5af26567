package dev.lockjaw.sync.rundown;

import dev.lockjaw.sync.Rundown;
import dev.lockjaw.sync.Sync;

/** Makes the rundown for threads that no explorer schedules: the fastest one this machine has. */
public final class Rundowns {
  private Rundowns() {}

  /**
   * @param sync where threads wait
   */
  public static Rundown fastest(Sync sync, String name) {
    return ProcessBarrier.problem().isEmpty()
        ? new SlotRundown(sync, name)
        : new FencedRundown(sync, name);
  }
}
