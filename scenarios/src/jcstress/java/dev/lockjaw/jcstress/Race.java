package dev.lockjaw.jcstress;

import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.lock.SessionGuard;
import dev.lockjaw.sync.Sync;
import java.util.function.Function;

/** Two threads that use a session under the strategy's guard. */
abstract class Race {
  private final SessionGuard guard;
  private final Occupancy door = new Occupancy();
  private GuardedStack stack;

  Race(Sync sync, GuardedStack stack) {
    this.guard = Subject.STRATEGY.guard(sync, "session", () -> {});
    this.stack = stack;
  }

  /**
   * @param first whether the first actor runs it
   */
  final Task write(boolean first) {
    return task(first, OperationKind.WRITE, GuardedStack::write);
  }

  /**
   * @param first whether the first actor runs it
   */
  final Task read(boolean first) {
    return task(first, OperationKind.READ, GuardedStack::read);
  }

  /**
   * @param first whether the first actor runs it
   */
  final Task free(boolean first) {
    return task(
        first,
        OperationKind.FREE,
        alive -> {
          String done = alive.free();
          stack = null;
          return done;
        });
  }

  /**
   * @param first whether the first actor runs it
   * @param use what it does inside
   */
  final Task task(boolean first, OperationKind kind, Function<GuardedStack, String> use) {
    return new Task(kind, () -> inside(first, kind, use));
  }

  /** Checks the reference and then uses it, as the wrappers in the field do. */
  private String inside(boolean first, OperationKind kind, Function<GuardedStack, String> use) {
    GuardedStack alive = stack;
    return alive == null ? null : door.pass(first, kind, () -> use.apply(alive));
  }

  /** Runs a task as a session runs its operations. */
  final void run(Task task) {
    if (task.kind() == OperationKind.WRITE) {
      task.run(() -> guard.dispatch(false, () -> guard.run(task)));
    } else {
      task.run(() -> guard.run(task));
    }
  }
}
