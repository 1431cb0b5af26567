package dev.lockjaw.sync.rundown;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/**
 * Padding that keeps the fields of a subclass, which one thread writes, off the cache lines of
 * others. It is two lines long, because processors fetch lines in pairs. A superclass's fields are
 * laid out first, so the padding lies before the subclass's fields. What comes after them is the
 * padding of the next object.
 */
@SuppressWarnings("unused")
abstract class Padded<T> extends WeakReference<T> {
  private long p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14, p15;

  Padded(T referent, ReferenceQueue<T> queue) {
    super(referent, queue);
  }
}
