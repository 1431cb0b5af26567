package dev.lockjaw.lock;

/**
 * What a strategy promises; what it doesn't, exploration must show it to break.
 *
 * @param keepsOperationsApart whether no two operations of different threads are inside at a time
 * @param keepsFreeApart whether no operation is inside together with a free, or after it
 * @param freesOnce whether of two frees one is done
 * @param sendInside what becomes of a send from inside an operation
 * @param freeInside what becomes of a free from inside an operation
 */
record Promises(
    boolean keepsOperationsApart,
    boolean keepsFreeApart,
    boolean freesOnce,
    FromInside sendInside,
    FromInside freeInside) {

  /** What becomes of an operation that is asked for from inside another. */
  enum FromInside {
    /** It is done there and then, inside the other. */
    AT_ONCE,
    /** It is done later, outside of the other. */
    LATER,
    /** The thread waits for itself, which is reported. */
    DOUBLE_LOCK
  }
}
