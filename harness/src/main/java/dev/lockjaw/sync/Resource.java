package dev.lockjaw.sync;

import org.apiguardian.api.API;

/**
 * Something that a session has taken and must give back once: a buffer of a pool, a file handle, a
 * permit. {@link Sync#taken} names it. Any thread may give it back.
 */
@FunctionalInterface
@API(status = API.Status.STABLE)
public interface Resource {
  /**
   * Declares that the caller gives it back; a scheduling point. Call it at the line that does so. A
   * second call is a {@code double-free}. If there is none and the session is freed, that is a
   * {@code leak}.
   */
  void giveBack();
}
