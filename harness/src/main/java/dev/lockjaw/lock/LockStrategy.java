package dev.lockjaw.lock;

import dev.lockjaw.sync.Sync;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A way to guard TLS sessions. Found by {@link java.util.ServiceLoader}, in a jar of {@code
 * --plugin} too. It is stateless.
 *
 * <p>One mutex around each operation, the free included:
 *
 * <pre>{@code
 * public final class OneMutex implements LockStrategy {
 *   public String id() {
 *     return "one-mutex";
 *   }
 *
 *   public String description() {
 *     return "one mutex around every operation";
 *   }
 *
 *   public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
 *     Mutex mutex = sync.mutex("M(" + session + ")", false);
 *     return operation -> {
 *       mutex.lock();
 *       try {
 *         return operation.perform();
 *       } finally {
 *         mutex.unlock();
 *       }
 *     };
 *   }
 * }
 * }</pre>
 */
@API(status = API.Status.STABLE)
public interface LockStrategy extends Locking {
  /**
   * What it promises. Tools that run strategies by themselves report a broken promise, and check
   * nothing else.
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
