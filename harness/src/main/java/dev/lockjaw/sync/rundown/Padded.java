package dev.lockjaw.sync.rundown;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * What only its own thread writes, kept off the cache lines of others' by what nobody writes: two
 * lines, as processors fetch them in pairs. The fields of a superclass come before those of a
 * class, so this lies before them; what comes after them belongs to the next.
 */
@SuppressWarnings("unused")
abstract class Padded<T> extends WeakReference<T> {
  private long p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15;

  Padded(T referent, ReferenceQueue<T> queue) {
    super(referent, queue);
  }
}
