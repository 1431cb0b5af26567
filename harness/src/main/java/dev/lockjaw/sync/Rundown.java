package dev.lockjaw.sync;

import org.apiguardian.api.API;

/**
 * Rundown protection, as in Windows drivers: counts threads into and out of an object that is to be
 * freed, and keeps threads out once the free has begun. A thread may be inside more than once. It
 * leaves in the reverse order of entry, also across different rundowns.
 */
@API(status = API.Status.STABLE)
public interface Rundown {
  /** A thread's handle on rundowns. */
  @API(status = API.Status.STABLE)
  interface Visitor {}

  /**
   * The handle of the calling thread. Only that thread may use it. Callers look it up once and pass
   * it on.
   */
  Visitor visitor();

  /**
   * Counts the caller in. Returns false if the gate is closed. The caller must call {@link #leave}
   * in either case, since a refused thread was inside for a moment too.
   *
   * @return false if the gate is closed
   */
  boolean enter(Visitor me);

  /**
   * Counts the caller out.
   *
   * @return true if a thread inside closed the gate and the caller is the last to leave: the
   *     caller, and no other thread, must then do what was left to the last one
   */
  boolean leave(Visitor me);

  /** Whether the caller is inside. */
  boolean inside(Visitor me);

  /**
   * Closes the gate for good.
   *
   * @param leaving whether the caller is inside and leaves the rest to the last thread that leaves
   * @return false if the gate was closed already
   */
  boolean close(boolean leaving);

  /** Waits until no thread is inside. Only for the thread that closed the gate, from outside. */
  void awaitEmpty();

  /** Marks the final action, for which the gate was closed, as done. */
  void complete();

  /** Waits until a thread has called {@link #complete}. */
  void awaitComplete();

  /** The number of visits, for observers. It may be out of date when it is returned. */
  int count();
}
