package dev.lockjaw.lock;

/**
 * What a strategy promises. Exploration must show that it breaks every promise it does not make.
 *
 * @param keepsOperationsApart whether no two operations of different threads are inside at once
 * @param keepsFreeApart whether no operation is inside together with a free, or after it
 * @param freesOnce whether only one of two frees is done
 * @param sendInside what happens to a send from inside an operation
 * @param freeInside what happens to a free from inside an operation
 */
record Promises(
    boolean keepsOperationsApart,
    boolean keepsFreeApart,
    boolean freesOnce,
    FromInside sendInside,
    FromInside freeInside) {

  /** What happens to an operation that is called from inside another. */
  enum FromInside {
    /** It runs at once, inside the other. */
    AT_ONCE,
    /** It runs later, outside the other. */
    LATER,
    /** The thread would wait for itself; this is reported. */
    DOUBLE_LOCK
  }
}
