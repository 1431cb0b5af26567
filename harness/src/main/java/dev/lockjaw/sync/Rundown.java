package dev.lockjaw.sync;

import org.apiguardian.api.API;

/**
 * Counts threads into and out of something that is to be freed, and keeps them out once it is:
 * rundown protection, as Windows drivers know it. A thread may be inside more than once; it leaves
 * in the reverse of the order in which it came in, also of different rundowns.
 */
@API(status = API.Status.STABLE)
public interface Rundown {
  /** A thread, as rundowns know it. */
  @API(status = API.Status.STABLE)
  interface Visitor {}

  /** The calling thread, which alone may use it: looked up once, and handed to what follows. */
  Visitor visitor();

  /**
   * Counts the caller in, unless the gate is closed. Either way {@link #leave} is to follow: who is
   * refused has been inside for a moment, too.
   *
   * @return false if the gate is closed
   */
  boolean enter(Visitor me);

  /**
   * Counts the caller out.
   *
   * @return whether the gate was closed by one who was inside, and the caller is the last one out:
   *     what was left to that one is now the caller's to do, and nobody else's
   */
  boolean leave(Visitor me);

  /** Whether the caller is inside. */
  boolean inside(Visitor me);

  /**
   * Closes the gate for good.
   *
   * @param leaving whether the caller is inside, and what is to follow is left to the last one out
   * @return false if somebody has closed it before
   */
  boolean close(boolean leaving);

  /** Waits until nobody is inside. By the one who closed the gate, from outside. */
  void awaitEmpty();

  /** Says that what was to be done once nobody was inside is done. */
  void complete();

  /** Waits until somebody has called {@link #complete}. */
  void awaitComplete();

  /** How many visits there are, for those who look on: it may have changed when it is answered. */
  int count();
}
