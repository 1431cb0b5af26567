package dev.lockjaw.lock;

import com.google.auto.service.AutoService;
import dev.lockjaw.sync.Sync;
import java.util.EnumSet;
import java.util.Set;

/**
 * One non-recursive mutex a session. The mutex checks for errors: it reports a relock, on which a
 * default mutex would sleep forever. This is libdatachannel's {@code TlsTransport::mSslMutex}
 * before its pull request 1351. Promises that no two operations on a session overlap, as long as no
 * thread sends or frees while it holds the mutex.
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
  public Set<Promise> promises() {
    return EnumSet.of(Promise.OPERATIONS_APART, Promise.FREE_APART, Promise.ONE_FREE);
  }

  @Override
  public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
    return new MutexGuard(sync.mutex("S(" + session + ")", false));
  }
}
