package dev.lockjaw.explore;

import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.TaskQueue;
import dev.lockjaw.sync.Waiting;
import java.util.ArrayDeque;
import java.util.Queue;

/** An executor whose thread is an actor of the run, there from the first task on. */
final class ControlledTaskQueue extends Shared implements TaskQueue {
  private final ControlledRun run;
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private Actor thread;
  private int outstanding;
  private boolean shutdown;
  private boolean ended;

  ControlledTaskQueue(ControlledRun run, String name) {
    super(name);
    this.run = run;
  }

  @Override
  public boolean execute(Runnable task) {
    run.point("hand to executor", this);
    if (shutdown) {
      run.amend(() -> "hand to " + name() + ": refused, it is shut down");
      return false;
    }
    run.amend(() -> "hand to " + name());
    tasks.add(task);
    outstanding++;
    if (thread == null) {
      thread = run.add(name(), this::work, true);
    }
    return true;
  }

  private void work() {
    try {
      workToTheEnd();
    } finally {
      ended = !run.over(); // one that has to be unwound was still running
    }
  }

  private void workToTheEnd() {
    while (true) {
      run.await("waits for work", Waiting.WORK, this, () -> !tasks.isEmpty() || shutdown);
      Runnable task = tasks.poll();
      if (task == null) {
        return;
      }
      run.point("take task", this);
      try {
        task.run();
      } finally {
        run.touch(this);
        outstanding--;
      }
    }
  }

  @Override
  public int outstanding() {
    run.touch(this);
    return outstanding;
  }

  @Override
  public boolean isCurrent() {
    return thread != null && thread == run.caller();
  }

  @Override
  public void shutdown() {
    run.point("shut executor down", this);
    shutdown = true;
  }

  boolean running() {
    return thread != null && !ended;
  }
}
