package dev.lockjaw.lock;

import dev.lockjaw.sync.Sync;
import java.util.Set;
import org.apiguardian.api.API;

/** A way to guard TLS sessions. Found by {@link java.util.ServiceLoader}; stateless. */
@API(status = API.Status.STABLE)
public interface LockStrategy extends Locking {
  /**
   * What it promises. Tools that run strategies by themselves report a broken promise; they take
   * nothing for granted that is not in here.
   */
  default Set<Promise> promises() {
    return Set.of();
  }

  /**
   * Guards a fresh session.
   *
   * @param sync makes the guard's locks and words
   * @param session the session's name, for the names of those locks and words
   * @param wakeBlocked makes every operation of the session that is blocked in I/O return; may be
   *     called with or without locks held
   */
  SessionGuard guard(Sync sync, String session, Runnable wakeBlocked);
}
