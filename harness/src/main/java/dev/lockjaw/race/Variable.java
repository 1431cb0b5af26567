package dev.lockjaw.race;

import java.util.Arrays;

/**
 * The last accesses to something that orders no threads. One write is enough, and one read for each
 * thread that has read since. As long as the reads are in order, the last of them is enough.
 */
final class Variable {
  private Access write;
  private int writeInterval;
  private Access read;
  private int readInterval;

  /** By thread, once two reads are in no order; else null. */
  private Access[] reads;

  private int[] readIntervals;

  private boolean reported;
  private String name = "";

  /** Whether a race on it was reported. */
  boolean reported() {
    return reported;
  }

  void report() {
    reported = true;
  }

  /** What the code calls it; empty if it gives it no name. */
  String name() {
    return name;
  }

  void named(String given) {
    if (name.isEmpty()) {
      name = given;
    }
  }

  /** Whether the thread has made such an access in its present interval. */
  boolean has(int thread, VectorClock now, boolean writes) {
    int interval = now.of(thread);
    if (writes) {
      return write != null && writeInterval == interval && write.thread() == thread;
    }
    return reads == null
        ? read != null && readInterval == interval && read.thread() == thread
        : thread < reads.length && reads[thread] != null && readIntervals[thread] == interval;
  }

  /** An earlier access that is not ordered before an access of a thread; null if there is none. */
  Access conflict(VectorClock now, boolean writes) {
    if (write != null && writeInterval > now.of(write.thread())) {
      return write;
    }
    if (!writes) {
      return null;
    }
    if (reads == null) {
      return read != null && readInterval > now.of(read.thread()) ? read : null;
    }
    for (int i = 0; i < reads.length; i++) {
      if (reads[i] != null && readIntervals[i] > now.of(i)) {
        return reads[i];
      }
    }
    return null;
  }

  void add(Access access, VectorClock now) {
    int interval = now.of(access.thread());
    if (access.write()) {
      write = access;
      writeInterval = interval;
      read = null; // what is in order with the write is in order with what was read before it
      reads = null;
    } else if (reads != null) {
      put(access, interval);
    } else if (read == null || readInterval <= now.of(read.thread())) {
      read = access;
      readInterval = interval;
    } else {
      reads = new Access[4];
      readIntervals = new int[4];
      put(read, readInterval);
      put(access, interval);
    }
  }

  private void put(Access access, int interval) {
    int thread = access.thread();
    if (thread >= reads.length) {
      reads = Arrays.copyOf(reads, thread + 4);
      readIntervals = Arrays.copyOf(readIntervals, thread + 4);
    }
    reads[thread] = access;
    readIntervals[thread] = interval;
  }
}
