package dev.lockjaw.lock;

import com.google.auto.service.AutoService;
import dev.lockjaw.sync.Mutex;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.Waiting;
import java.util.ArrayDeque;
import java.util.Queue;

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

    /** Guards the queue and the flag, never an operation. */
    private final Mutex gate;

    private final Shared completions;
    private final Queue<Entry> waiting = new ArrayDeque<>();
    private boolean busy;

    Guard(Sync sync, String session) {
      this.sync = sync;
      this.gate = sync.mutex("Q(" + session + ")", false);
      this.completions = new Shared("completions(" + session + ")");
    }

    @Override
    public boolean drives() {
      return true;
    }

    @Override
    public Status run(Operation operation) {
      Entry queued = enter(operation);
      if (queued == null) {
        try {
          return operation.perform();
        } finally {
          drain();
        }
      }
      if (!operation.awaited()) {
        return Status.QUEUED;
      }
      sync.await("waits for its turn", Waiting.COMPLETION, completions, () -> queued.done);
      return queued.outcome();
    }

    /** Returns null if the session is now the caller's. */
    private Entry enter(Operation operation) {
      gate.lock();
      try {
        if (!busy) {
          busy = true;
          return null;
        }
        Entry entry = new Entry(operation);
        waiting.add(entry);
        return entry;
      } finally {
        gate.unlock();
      }
    }

    private void drain() {
      Entry unheard = null;
      for (Entry next = next(); next != null; next = next()) {
        next.perform();
        sync.touch(completions);
        sync.changed(completions);
        if (next.failure != null && !next.operation.awaited()) {
          unheard = next;
        }
      }
      if (unheard != null) {
        unheard.outcome(); // whoever asked for it has left: this thread is the one to hear of it
      }
    }

    /** Returns null if there is none, and the session is nobody's. */
    private Entry next() {
      gate.lock();
      try {
        Entry next = waiting.poll();
        busy = next != null;
        return next;
      } finally {
        gate.unlock();
      }
    }
  }
}
