package dev.lockjaw.wire;

import dev.lockjaw.schedule.ControlledRun;
import dev.lockjaw.schedule.Workers;
import dev.lockjaw.sync.Sync;

/** A run that never begins: its scheduling points do nothing. */
final class Unscheduled {
  private Unscheduled() {}

  static Sync sync() {
    return new ControlledRun(new Workers(), false);
  }
}
