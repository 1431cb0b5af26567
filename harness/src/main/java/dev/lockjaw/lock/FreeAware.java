package dev.lockjaw.lock;

import com.google.auto.service.AutoService;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.sync.Word;

/**
 * The free-aware idea done right: rundown protection, as Windows drivers know it. One word holds
 * the number of operations in flight and whether the session is closing. A free closes the gate,
 * wakes what is blocked in I/O, waits for those inside and frees; a free from inside is left to the
 * last one out.
 *
 * <p>Promises that no operation overlaps or follows the free, that the free happens once, and that
 * a free from outside has happened when it returns. It keeps no two operations apart: one reader
 * beside one writer is all it allows for, and only where the transport's contract is {@code
 * DUPLEX}.
 */
@AutoService(LockStrategy.class)
public final class FreeAware implements LockStrategy {
  private static final long CLOSING = 1L << 60;
  private static final long LEFT_TO_LAST = 1L << 61;
  private static final long FREED = 1L << 62;
  private static final long IN_FLIGHT = CLOSING - 1;

  @Override
  public String id() {
    return "free-aware";
  }

  @Override
  public String description() {
    return "operations are counted; a free closes the gate and waits for those inside";
  }

  @Override
  public int order() {
    return 70;
  }

  @Override
  public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
    return new Guard(sync, session, wakeBlocked);
  }

  private static final class Guard implements SessionGuard {
    private final Sync sync;
    private final Runnable wakeBlocked;
    private final Word gate;
    private final ThreadLocal<Integer> inside = ThreadLocal.withInitial(() -> 0);
    private volatile Operation leftToLast;

    Guard(Sync sync, String session, Runnable wakeBlocked) {
      this.sync = sync;
      this.wakeBlocked = wakeBlocked;
      this.gate = sync.word("gate(" + session + ")", 0);
    }

    @Override
    public Status run(Operation operation) {
      if (operation.kind() != OperationKind.FREE) {
        return enter(operation);
      }
      return inside.get() > 0 ? freeFromInside(operation) : freeFromOutside(operation);
    }

    private Status enter(Operation operation) {
      if ((gate.getAndAdd(1) & CLOSING) != 0) {
        leave();
        return Status.CLOSED;
      }
      inside.set(inside.get() + 1);
      try {
        return operation.perform();
      } finally {
        inside.set(inside.get() - 1);
        leave();
      }
    }

    private void leave() {
      long left = gate.getAndAdd(-1) - 1;
      if ((left & CLOSING) == 0) {
        return;
      }
      if (left == (CLOSING | LEFT_TO_LAST) && gate.compareAndSet(left, CLOSING)) {
        leftToLast.perform();
        gate.getAndAdd(FREED);
      }
      sync.changed(gate.shared());
    }

    private Status freeFromInside(Operation free) {
      leftToLast = free;
      if (!close(CLOSING | LEFT_TO_LAST)) {
        return Status.CLOSED;
      }
      wakeBlocked.run();
      return Status.QUEUED;
    }

    private Status freeFromOutside(Operation free) {
      if (!close(CLOSING)) {
        sync.await(
            "waits for the other free",
            Waiting.DRAIN,
            gate.shared(),
            () -> (gate.peek() & FREED) != 0);
        return Status.CLOSED;
      }
      wakeBlocked.run();
      sync.await(
          "waits for those inside",
          Waiting.DRAIN,
          gate.shared(),
          () -> (gate.peek() & IN_FLIGHT) == 0);
      Status status = free.perform();
      gate.getAndAdd(FREED);
      sync.changed(gate.shared());
      return status;
    }

    /** Sets bits that close the gate, unless somebody has closed it before. */
    private boolean close(long bits) {
      while (true) {
        long now = gate.get();
        if ((now & CLOSING) != 0) {
          return false;
        }
        if (gate.compareAndSet(now, now | bits)) {
          return true;
        }
      }
    }
  }
}
