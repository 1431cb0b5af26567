package dev.lockjaw.stress;

import dev.lockjaw.arena.ArenaTaskQueue;
import dev.lockjaw.sync.Waiting;
import java.util.ArrayDeque;
import java.util.Queue;

/** An executor whose thread is a player of the run. The player starts with the first task. */
final class StressTaskQueue extends ArenaTaskQueue {
  private final StressRun run;

  /** Guarded by this, as are the fields that follow. */
  private final Queue<Runnable> tasks = new ArrayDeque<>();

  private Player thread;
  private int outstanding;
  private boolean shutdown;
  private boolean ended;

  StressTaskQueue(StressRun run, String name) {
    super(name);
    this.run = run;
  }

  @Override
  public boolean execute(Runnable task) {
    run.point("hand to executor", this);
    synchronized (this) {
      if (shutdown) {
        run.refused();
        return false;
      }
      tasks.add(task);
      outstanding++;
      if (thread == null) {
        thread = run.hire(name(), this::work);
      }
    }
    run.changed(this);
    return true;
  }

  private void work() {
    try {
      workToTheEnd();
    } finally {
      synchronized (this) {
        ended = !run.over(); // a thread that has to be unwound was still running
      }
    }
  }

  private void workToTheEnd() {
    while (true) {
      run.await("waits for work", Waiting.WORK, this, this::due);
      Runnable task = take();
      if (task == null) {
        return;
      }
      run.point("take task", this);
      try {
        task.run();
      } finally {
        finished();
      }
    }
  }

  private synchronized boolean due() {
    return !tasks.isEmpty() || shutdown;
  }

  private synchronized Runnable take() {
    return tasks.poll();
  }

  private synchronized void finished() {
    outstanding--;
  }

  @Override
  public synchronized int outstanding() {
    return outstanding;
  }

  @Override
  public synchronized boolean isCurrent() {
    return thread != null && thread == run.caller();
  }

  @Override
  public void shutdown() {
    run.point("shut executor down", this);
    synchronized (this) {
      shutdown = true;
    }
    run.changed(this);
  }

  @Override
  public synchronized boolean running() {
    return thread != null && !ended;
  }
}
