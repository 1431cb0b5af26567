package dev.lockjaw.lock;

import dev.lockjaw.sync.Sync;
import org.apiguardian.api.API;

/** A way to guard TLS sessions. Found by {@link java.util.ServiceLoader}; stateless. */
@API(status = API.Status.STABLE)
public interface LockStrategy extends Locking {
  /**
   * Guards a fresh session.
   *
   * @param sync where the guard gets its locks and words
   * @param session the session's name, to name those by
   * @param wakeBlocked makes every operation of the session that is blocked in I/O return; may be
   *     called with or without locks held
   */
  SessionGuard guard(Sync sync, String session, Runnable wakeBlocked);
}
