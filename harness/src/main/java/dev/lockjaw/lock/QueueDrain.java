package dev.lockjaw.lock;

import com.google.auto.service.AutoService;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.sync.Word;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Whoever finds the session busy queues its operation and leaves; the one inside drains the queue.
 * The most common fix in the field: callbacks outside of the lock, the queue drained by whoever is
 * in.
 *
 * <p>Promises that operations run one at a time in the order they were asked for, that nobody waits
 * inside one (the transport never blocks in I/O), that callbacks run outside of all of them on the
 * thread that receives, and that the free is the last to touch the transport. Sends and frees leave
 * at once; a read, and a send's wait for room on the wire, wait for whoever is inside, who never
 * waits for anything.
 */
@AutoService(LockStrategy.class)
public final class QueueDrain implements LockStrategy {
  @Override
  public String id() {
    return "queue-drain";
  }

  @Override
  public String description() {
    return "whoever finds the session busy queues its operation, the one inside drains";
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public SessionGuard guard(Sync sync, String session, Runnable wakeBlocked) {
    return new Guard(sync, session);
  }

  /** An operation that somebody else is to perform. */
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
    private final Sync sync;

    /**
     * Who has business here: the one inside, and those who have put an operation into the queue.
     * Who makes it 1 is inside; who would leave has first to drain the queue, unless it is 1.
     */
    private final Word present;

    private final Shared completions;

    /** Touched in steps that touch {@link #present}. */
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
        drain(own); // the one inside has left meanwhile
        return own.outcome();
      }
      if (!own.operation.awaited()) {
        return Status.QUEUED;
      }
      sync.await("waits for its turn", Waiting.COMPLETION, completions, () -> own.done);
      return own.outcome();
    }

    /**
     * Performs what is in the queue, and leaves once nobody has come meanwhile. Who was counted was
     * in the queue before that, and so is seen to; the queue may hold one who is yet to be counted,
     * and then finds its operation done.
     *
     * @param own the caller's, whose failure it hears of by itself; or null
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
        unheard.outcome(); // whoever asked for it has left: this thread is the one to hear of it
      }
    }
  }
}
