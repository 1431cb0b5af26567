package dev.lockjaw.lock;

import dev.lockjaw.explore.ControlledRun;
import dev.lockjaw.sync.Shared;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A session that is only a door: an operation checks whether the session is freed, enters, lets
 * other threads run, and leaves. Records which operations were inside together.
 */
final class Door {
  static final String MET = "operations met";
  static final String MET_FREE = "operation met free";
  static final String AFTER_FREE = "operation after free";
  static final String FREED_TWICE = "freed twice";

  private record Visit(Thread thread, OperationKind kind) {}

  private final ControlledRun run;
  private final Shared state = new Shared("door");
  private final List<Visit> inside = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private final Set<String> seen = new TreeSet<>();
  private int frees;

  Door(ControlledRun run) {
    this.run = run;
  }

  /** An operation that only enters and leaves. */
  Operation operation(OperationKind kind) {
    return operation(kind, () -> {});
  }

  /** An operation that runs a callback while inside. */
  Operation operation(OperationKind kind, Runnable callback) {
    return new Operation() {
      @Override
      public OperationKind kind() {
        return kind;
      }

      @Override
      public Status perform() {
        return pass(kind, callback);
      }

      @Override
      public boolean awaited() {
        return kind == OperationKind.READ || kind == OperationKind.HANDSHAKE;
      }
    };
  }

  private Status pass(OperationKind kind, Runnable callback) {
    run.touch(state);
    if (frees > 0) {
      return Status.CLOSED;
    }
    run.point("enter", state);
    Visit visit = new Visit(Thread.currentThread(), kind);
    look(visit);
    inside.add(visit);
    done.add(inside.size() > 1 ? kind + " inside" : kind.toString());
    try {
      run.point("inside", state);
      callback.run();
      run.point("leave", state);
    } finally {
      inside.remove(visit);
    }
    if (kind == OperationKind.FREE) {
      frees++;
    }
    return Status.OK;
  }

  private void look(Visit visit) {
    boolean free = visit.kind() == OperationKind.FREE;
    if (frees > 0) {
      seen.add(free ? FREED_TWICE : AFTER_FREE);
    }
    for (Visit other : inside) {
      if (free && other.kind() == OperationKind.FREE) {
        seen.add(FREED_TWICE);
      } else if (other.thread() != visit.thread()) {
        seen.add(free || other.kind() == OperationKind.FREE ? MET_FREE : MET);
      }
    }
  }

  /** The operations that entered, in order. */
  List<String> done() {
    return done;
  }

  @Override
  public String toString() {
    return seen.toString();
  }
}
