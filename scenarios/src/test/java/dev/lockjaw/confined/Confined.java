package dev.lockjaw.confined;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Operation;
import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.lock.SessionGuard;
import dev.lockjaw.lock.Status;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.TaskQueue;
import dev.lockjaw.sync.Waiting;
import java.util.function.Supplier;

/**
 * One thread owns the session and performs each operation, as an event loop or an actor does.
 *
 * @param whole whether it also runs a whole send there, with what the application does around it
 * @param answersRefused whether it reports an operation as closed that came after the thread's end,
 *     as it should
 */
public record Confined(boolean whole, boolean answersRefused) implements LockStrategy {
  @Override
  public String id() {
    return "confined";
  }

  @Override
  public String description() {
    return "one thread of the session's own performs every operation";
  }

  @Override
  public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
    return new Guard(sync, sync.executor("loop(" + session + ")"));
  }

  private final class Guard implements SessionGuard {
    private final Sync sync;
    private final TaskQueue loop;

    Guard(Sync sync, TaskQueue loop) {
      this.sync = sync;
      this.loop = loop;
    }

    @Override
    public boolean drives() {
      return true;
    }

    @Override
    public Status dispatch(boolean inCallback, Supplier<Status> send) {
      return whole && !loop.isCurrent() ? hand(send::get) : send.get();
    }

    @Override
    public Status run(Operation operation) {
      if (loop.isCurrent()) {
        return perform(operation);
      }
      if (!operation.awaited()) {
        return hand(() -> perform(operation));
      }
      Outcome outcome = new Outcome();
      if (!loop.execute(() -> outcome.set(operation))) {
        return Status.CLOSED;
      }
      sync.await("waits for the loop", Waiting.COMPLETION, outcome, () -> outcome.over);
      return outcome.get();
    }

    private Status hand(Runnable task) {
      return loop.execute(task) || !answersRefused ? Status.QUEUED : Status.CLOSED;
    }

    private Status perform(Operation operation) {
      Status status = operation.perform();
      if (operation.kind() == OperationKind.FREE && status == Status.OK) {
        loop.shutdown();
      }
      return status;
    }

    private final class Outcome extends Shared {
      private Status status;
      private RuntimeException thrown;
      private volatile boolean over;

      Outcome() {
        super("an operation of " + loop);
      }

      void set(Operation operation) {
        try {
          status = perform(operation);
        } catch (RuntimeException failed) {
          thrown = failed;
        }
        over = true;
        sync.changed(this);
      }

      Status get() {
        if (thrown != null) {
          throw thrown;
        }
        return status;
      }
    }
  }
}
