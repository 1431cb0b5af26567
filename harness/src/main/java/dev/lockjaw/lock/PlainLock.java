package dev.lockjaw.lock;

import com.google.auto.service.AutoService;
import dev.lockjaw.sync.Sync;

/**
 * One non-recursive mutex a session, error-checking: a relock is reported where a default one
 * sleeps for ever. libdatachannel's {@code TlsTransport::mSslMutex} before its pull request 1351.
 * Promises that no two operations on a session overlap, if nobody sends or frees from under it.
 */
@AutoService(LockStrategy.class)
public final class PlainLock implements LockStrategy {
  @Override
  public String id() {
    return "plain";
  }

  @Override
  public String description() {
    return "one non-recursive mutex a session";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
    return new MutexGuard(sync.mutex("S(" + session + ")", false));
  }
}
