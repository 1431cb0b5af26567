package dev.lockjaw.lock;

import com.google.auto.service.AutoService;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.Word;
import java.util.EnumSet;
import java.util.Set;

/**
 * The seed article's final version, unchanged: a free does {@code count++; lock; free; unlock;
 * count--}; read and write take the lock only if they see {@code count != 0}. As in the article,
 * the counter is not atomic and the lock is recursive, as a critical section is.
 *
 * <p>Promises that operations lock only while a free is running. It breaks that promise: an
 * operation that entered at count 0 holds nothing, so the free's lock excludes nothing. The race
 * window is the whole operation.
 */
@AutoService(LockStrategy.class)
public final class FreeAwarePublished implements LockStrategy {
  @Override
  public String id() {
    return "free-aware-published";
  }

  @Override
  public String description() {
    return "operations lock only if they see a free announced, as published";
  }

  @Override
  public int order() {
    return 60;
  }

  @Override
  public Set<Promise> promises() {
    return EnumSet.of(Promise.ONE_FREE, Promise.NESTED_SEND, Promise.NESTED_FREE);
  }

  @Override
  public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
    return new Guard(
        sync.word("count(" + session + ")", 0), sync.mutex("S(" + session + ")", true));
  }

  private record Guard(Word count, Mutex mutex) implements SessionGuard {
    @Override
    public Status run(Operation operation) {
      if (operation.kind() == OperationKind.FREE) {
        return free(operation);
      }
      if (count.get() == 0) {
        return operation.perform();
      }
      return locked(operation);
    }

    private Status free(Operation free) {
      count.set(count.get() + 1);
      Status status = locked(free);
      count.set(count.get() - 1);
      return status;
    }

    private Status locked(Operation operation) {
      mutex.lock();
      try {
        return operation.perform();
      } finally {
        mutex.unlock();
      }
    }
  }
}
