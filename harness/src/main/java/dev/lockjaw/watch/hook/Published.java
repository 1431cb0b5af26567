package dev.lockjaw.watch.hook;

import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Which locks are held by a thread that has written so. Answers quickly, and now and then "yes" for
 * another lock of the same hash. Any thread.
 */
final class Published {
  private static final int SIZE = 4096;
  private static final AtomicIntegerArray COUNTS = new AtomicIntegerArray(SIZE);

  private Published() {}

  private static int slot(Object lock) {
    return System.identityHashCode(lock) & (SIZE - 1);
  }

  static void add(Object lock) {
    COUNTS.incrementAndGet(slot(lock));
  }

  static void remove(Object lock) {
    COUNTS.decrementAndGet(slot(lock));
  }

  static boolean maybe(Object lock) {
    return COUNTS.get(slot(lock)) > 0;
  }
}
