package dev.lockjaw.race;

import java.util.ArrayList;
import java.util.List;

/**
 * What each thread of a run knows of the past of all: the happens-before relation up to now.
 * Threads are numbered from 0. Only the thread that has the turn may call.
 */
final class Clocks {
  private final List<VectorClock> threads = new ArrayList<>();

  VectorClock of(int thread) {
    while (threads.size() <= thread) {
      VectorClock clock = new VectorClock();
      clock.tick(threads.size());
      threads.add(clock);
    }
    return threads.get(thread);
  }

  /** A thread learns what was handed over. */
  void acquire(int thread, Handover from) {
    of(thread).join(from.given);
  }

  /** A thread hands over what it knows. */
  void release(int thread, Handover to) {
    VectorClock mine = of(thread);
    to.given.join(mine);
    mine.tick(thread);
  }

  /** A thread learns, too, what those knew that have shared a lock. */
  void acquireShared(int thread, Handover from) {
    if (from.wasShared()) {
      of(thread).join(from.shared());
    }
  }

  /** A thread hands what it knows to the next thread that takes the lock alone. */
  void releaseShared(int thread, Handover to) {
    VectorClock mine = of(thread);
    to.shared().join(mine);
    mine.tick(thread);
  }

  /** All threads, and those to come, learn what one knows. */
  void publish(int thread, Handover toAll) {
    VectorClock mine = of(thread);
    toAll.given.join(mine);
    for (VectorClock other : threads) {
      other.join(mine);
    }
    mine.tick(thread);
  }
}
