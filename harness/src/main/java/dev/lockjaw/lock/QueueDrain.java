package dev.lockjaw.lock;

import com.google.auto.service.AutoService;
import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.sync.Word;
import java.util.EnumSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A thread that finds the session busy queues its operation and leaves; the thread inside drains
 * the queue and runs callbacks outside the lock. This is the most common fix in the field.
 *
 * <p>Promises that operations run one at a time, in the order of the calls; that no thread waits
 * inside an operation (the transport never blocks in I/O); that callbacks run outside all
 * operations, on the receiving thread; and that the free is the last call to the transport. A send
 * or a free returns at once. A read, and a send's wait for room on the wire, wait for the thread
 * inside, which never waits itself.
 */
@AutoService(LockStrategy.class)
public final class QueueDrain implements LockStrategy {
  @Override
  public String id() {
    return "queue-drain";
  }

  @Override
  public String description() {
    return "a thread that finds the session busy queues its operation; the thread inside drains";
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public Set<Promise> promises() {
    return EnumSet.of(
        Promise.OPERATIONS_APART,
        Promise.FREE_APART,
        Promise.ONE_FREE,
        Promise.DEFERRED_SEND,
        Promise.DEFERRED_FREE);
  }

  @Override
  public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
    return new Guard(sync, session);
  }

  /** An operation that another thread is to perform. */
  private static final class Entry {
    final Operation operation;
    private Status status;
    private RuntimeException failure;
    volatile boolean done;

    Entry(Operation operation) {
      this.operation = operation;
    }

    void perform() {
      try {
        status = operation.perform();
      } catch (RuntimeException thrown) {
        failure = thrown;
      }
      done = true;
    }

    Status outcome() {
      if (failure != null) {
        throw failure;
      }
      return status;
    }
  }

  private static final class Guard implements SessionGuard {
    private static final Act AWAITS_TURN = Act.waitFor("its turn");

    private final Sync sync;

    /**
     * The number of threads with business here: the one inside, and each that has queued an
     * operation. The thread that raises it to 1 is inside. A thread may leave when it is 1, and
     * must drain the queue otherwise.
     */
    private final Word present;

    private final Shared completions;

    /** Every step that touches it also touches {@link #present}. */
    private final Queue<Entry> waiting = new ConcurrentLinkedQueue<>();

    Guard(Sync sync, String session) {
      this.sync = sync;
      this.present = sync.word("present(" + session + ")", 0);
      this.completions = new Shared("completions(" + session + ")");
    }

    @Override
    public boolean drives() {
      return true;
    }

    @Override
    public Status run(Operation operation) {
      if (!present.compareAndSet(0, 1)) {
        return queue(new Entry(operation));
      }
      try {
        return operation.perform();
      } finally {
        if (!present.compareAndSet(1, 0)) {
          drain(null);
        }
      }
    }

    private Status queue(Entry own) {
      waiting.add(own);
      if (present.getAndAdd(1) == 0) {
        drain(own); // the thread inside has left meanwhile
        return own.outcome();
      }
      if (!own.operation.awaited()) {
        return Status.QUEUED;
      }
      sync.await(AWAITS_TURN, Waiting.COMPLETION, completions, () -> own.done);
      return own.outcome();
    }

    /**
     * Performs the queued operations, and leaves once no thread has arrived meanwhile. A thread
     * queues its operation before it is counted, so every counted operation is performed here. The
     * queue may also hold the operation of a thread that is not counted yet; that thread then finds
     * its operation done.
     *
     * @param own the caller's operation, whose failure the caller reports itself; or null
     */
    private void drain(Entry own) {
      Entry unheard = null;
      long seen = present.get();
      do {
        for (Entry next = waiting.poll(); next != null; next = waiting.poll()) {
          next.perform();
          if (next.operation.awaited()) {
            sync.changed(completions);
          } else if (next.failure != null && next != own) {
            unheard = next;
          }
          sync.touch(present.shared());
        }
        seen = present.getAndAdd(-seen) - seen;
      } while (seen != 0);
      if (unheard != null) {
        unheard.outcome(); // the thread that queued it has left: throw its failure here
      }
    }
  }
}
