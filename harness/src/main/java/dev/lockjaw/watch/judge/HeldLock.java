package dev.lockjaw.watch.judge;

import dev.lockjaw.watch.event.Event;

/**
 * A lock that a thread holds.
 *
 * @param flags of the take, see {@link Event}
 * @param stack id of the stack at which it was taken
 */
record HeldLock(WatchedLock lock, long flags, long stack) {
  boolean shared() {
    return (flags & Event.SHARED) != 0;
  }

  boolean tried() {
    return (flags & Event.TRIED) != 0;
  }
}
