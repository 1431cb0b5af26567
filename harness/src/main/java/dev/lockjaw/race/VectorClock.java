package dev.lockjaw.race;

import java.util.Arrays;

/** How far each thread's past is known. A thread's past is cut into intervals, numbered from 1. */
final class VectorClock {
  private int[] intervals = new int[4];

  /** The last known interval of a thread; 0 if none is known. */
  int of(int thread) {
    return thread < intervals.length ? intervals[thread] : 0;
  }

  /** Begins a new interval of a thread. */
  void tick(int thread) {
    grow(thread + 1);
    intervals[thread]++;
  }

  /** Adds all that another clock knows. */
  void join(VectorClock other) {
    int[] theirs = other.intervals;
    grow(theirs.length);
    for (int i = 0; i < theirs.length; i++) {
      if (theirs[i] > intervals[i]) {
        intervals[i] = theirs[i];
      }
    }
  }

  private void grow(int length) {
    if (length > intervals.length) {
      intervals = Arrays.copyOf(intervals, Math.max(length, intervals.length * 2));
    }
  }
}
