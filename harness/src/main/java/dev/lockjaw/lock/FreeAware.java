package dev.lockjaw.lock;

import com.google.auto.service.AutoService;
import dev.lockjaw.sync.Rundown;
import dev.lockjaw.sync.Rundown.Visitor;
import dev.lockjaw.sync.Sync;
import java.util.EnumSet;
import java.util.Set;

/**
 * The free-aware idea with rundown protection, as in Windows drivers ({@link Rundown}). Operations
 * are counted in and out. A free closes the gate, wakes operations that are blocked in I/O, waits
 * for the operations inside, and frees. A free from inside an operation is left to the last
 * operation that leaves.
 *
 * <p>Promises that no operation overlaps or follows the free, that the free happens once, and that
 * a free from outside has happened when it returns. It does not keep operations apart. It therefore
 * allows only one reader beside one writer, and only where the transport's contract is {@code
 * DUPLEX}.
 */
@AutoService(LockStrategy.class)
public final class FreeAware implements LockStrategy {
  @Override
  public String id() {
    return "free-aware";
  }

  @Override
  public String description() {
    return "operations are counted; a free closes the gate and waits for the operations inside";
  }

  @Override
  public int order() {
    return 70;
  }

  @Override
  public Set<Promise> promises() {
    return EnumSet.of(
        Promise.FREE_APART, Promise.ONE_FREE, Promise.NESTED_SEND, Promise.DEFERRED_FREE);
  }

  @Override
  public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
    return new Guard(sync.rundown("gate(" + session + ")"), wakeBlocked);
  }

  private static final class Guard implements SessionGuard {
    private final Runnable wakeBlocked;
    private final Rundown gate;

    /** Written by the thread that closes the gate from inside; read after that thread has left. */
    private Operation leftToLast;

    Guard(Rundown gate, Runnable wakeBlocked) {
      this.gate = gate;
      this.wakeBlocked = wakeBlocked;
    }

    @Override
    public Status run(Operation operation) {
      Rundown gate = this.gate;
      Visitor me = gate.visitor();
      if (operation.kind() != OperationKind.FREE) {
        return visit(gate, me, operation);
      }
      return gate.inside(me) ? freeFromInside(operation) : freeFromOutside(operation);
    }

    private Status visit(Rundown gate, Visitor me, Operation operation) {
      boolean open = gate.enter(me);
      try {
        return open ? operation.perform() : Status.CLOSED;
      } finally {
        if (gate.leave(me)) {
          leftToLast.perform();
          gate.complete();
        }
      }
    }

    private Status freeFromInside(Operation free) {
      if (!gate.close(true)) {
        return Status.CLOSED;
      }
      leftToLast = free;
      wakeBlocked.run();
      return Status.QUEUED;
    }

    private Status freeFromOutside(Operation free) {
      if (!gate.close(false)) {
        gate.awaitComplete();
        return Status.CLOSED;
      }
      wakeBlocked.run();
      gate.awaitEmpty();
      Status status = free.perform();
      gate.complete();
      return status;
    }
  }
}
