package dev.lockjaw.lock;

import com.google.auto.service.AutoService;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.TaskQueue;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A plain mutex a session; a send from inside a callback runs on an executor's thread. This is the
 * other proposal in libdatachannel's issue 1347. Promises that a callback never sends under the
 * lock, and that sends keep their order: while one is queued on the executor, all later sends queue
 * behind it.
 */
@AutoService(LockStrategy.class)
public final class AsyncSend implements LockStrategy {
  @Override
  public String id() {
    return "async-send";
  }

  @Override
  public String description() {
    return "a plain mutex, and a send from inside a callback goes to an executor";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public Set<Promise> promises() {
    return EnumSet.of(
        Promise.OPERATIONS_APART, Promise.FREE_APART, Promise.ONE_FREE, Promise.DEFERRED_SEND);
  }

  @Override
  public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
    return new Guard(
        new MutexGuard(sync.mutex("S(" + session + ")", false)),
        sync.executor("sender(" + session + ")"));
  }

  private record Guard(MutexGuard lock, TaskQueue executor) implements SessionGuard {
    @Override
    public Status run(Operation operation) {
      Status status = lock.run(operation);
      if (operation.kind() == OperationKind.FREE && status == Status.OK) {
        executor.shutdown(); // queued sends still run, and find the session closed
      }
      return status;
    }

    @Override
    public Status dispatch(boolean inCallback, Supplier<Status> send) {
      if (executor.isCurrent() || (!inCallback && executor.outstanding() == 0)) {
        return send.get();
      }
      return executor.execute(send::get) ? Status.QUEUED : Status.CLOSED;
    }
  }
}
