package dev.lockjaw.lincheck;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Operation;
import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.lock.SessionGuard;
import dev.lockjaw.lock.Status;
import dev.lockjaw.transport.ThreadContract;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A session under a lock strategy. Like {@link dev.lockjaw.session.Session}, it checks the
 * reference, then uses it, and a free sets it to null. Callers wait for the outcome of their
 * operations, so that it can be compared with that of a {@link SequentialSession}.
 */
public abstract class GuardedSession {
  /** Guards the sessions made from now on. It must not change while Lincheck runs. */
  static volatile LockStrategy strategy;

  /** The number of sessions made: one for each invocation. */
  static final AtomicLong MADE = new AtomicLong();

  private final SessionGuard guard;
  private StackModel stack;

  GuardedSession(ThreadContract contract) {
    MADE.incrementAndGet();
    guard = strategy.guard(new ModelSync(), "session", () -> {});
    stack = new StackModel(contract);
  }

  final String write(int message) {
    Write write = new Write(message);
    Status status = guard.dispatch(false, () -> guard.run(write));
    return status == Status.CLOSED ? SequentialSession.CLOSED : SequentialSession.SENT;
  }

  final String read() {
    Read read = new Read();
    Status status = guard.run(read);
    return status == Status.CLOSED ? SequentialSession.CLOSED : String.valueOf(read.message);
  }

  final String free() {
    Status status = guard.run(new Free());
    return status == Status.CLOSED ? SequentialSession.CLOSED : SequentialSession.FREED;
  }

  private final class Write implements Operation {
    private final int message;

    Write(int message) {
      this.message = message;
    }

    @Override
    public OperationKind kind() {
      return OperationKind.WRITE;
    }

    @Override
    public boolean awaited() {
      return true;
    }

    @Override
    public Status perform() {
      StackModel alive = stack;
      if (alive == null) {
        return Status.CLOSED;
      }
      alive.write(message);
      return Status.OK;
    }
  }

  private final class Read implements Operation {
    private Integer message;

    @Override
    public OperationKind kind() {
      return OperationKind.READ;
    }

    @Override
    public boolean awaited() {
      return true;
    }

    @Override
    public Status perform() {
      StackModel alive = stack;
      if (alive == null) {
        return Status.CLOSED;
      }
      message = alive.read();
      return Status.OK;
    }
  }

  private final class Free implements Operation {
    @Override
    public OperationKind kind() {
      return OperationKind.FREE;
    }

    @Override
    public boolean awaited() {
      return true;
    }

    @Override
    public Status perform() {
      StackModel alive = stack;
      if (alive == null) {
        return Status.CLOSED;
      }
      alive.free();
      stack = null;
      return Status.OK;
    }
  }
}
