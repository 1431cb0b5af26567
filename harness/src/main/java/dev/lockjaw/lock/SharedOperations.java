package dev.lockjaw.lock;

import com.google.auto.service.AutoService;
import dev.lockjaw.sync.ReadWriteLock;
import dev.lockjaw.sync.Sync;
import java.util.EnumSet;
import java.util.Set;

/**
 * A read-write lock: operations share it, a free holds it alone. Conscrypt's issue 490 led to this.
 * Promises that no operation overlaps a free. It does not keep operations apart. A free from inside
 * an operation waits for itself, and a reader that is blocked in I/O blocks the free.
 */
@AutoService(LockStrategy.class)
public final class SharedOperations implements LockStrategy {
  @Override
  public String id() {
    return "read-write-lock";
  }

  @Override
  public String description() {
    return "operations share a read-write lock, a free holds it alone";
  }

  @Override
  public int order() {
    return 80;
  }

  @Override
  public Set<Promise> promises() {
    return EnumSet.of(Promise.FREE_APART, Promise.ONE_FREE, Promise.NESTED_SEND);
  }

  @Override
  public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
    return new Guard(sync.readWriteLock("S(" + session + ")"));
  }

  private record Guard(ReadWriteLock lock) implements SessionGuard {
    @Override
    public Status run(Operation operation) {
      return operation.kind() == OperationKind.FREE ? alone(operation) : shared(operation);
    }

    private Status alone(Operation free) {
      lock.lockExclusive();
      try {
        return free.perform();
      } finally {
        lock.unlockExclusive();
      }
    }

    private Status shared(Operation operation) {
      lock.lockShared();
      try {
        return operation.perform();
      } finally {
        lock.unlockShared();
      }
    }
  }
}
