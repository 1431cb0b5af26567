package dev.lockjaw.wire;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.ControlledRun;
import dev.lockjaw.sync.Sync;

/** A run that never begins: its scheduling points do nothing. */
final class Unscheduled {
  private Unscheduled() {}

  static Sync sync() {
    return new ControlledRun(new ActorThreads(), false);
  }
}
