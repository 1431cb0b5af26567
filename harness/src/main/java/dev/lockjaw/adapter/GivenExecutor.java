package dev.lockjaw.adapter;

import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.TaskQueue;
import dev.lockjaw.sync.Waiting;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** An executor of the run's as the JDK's interface. */
record GivenExecutor(AdaptedSession session, Sync sync, String name, TaskQueue queue)
    implements Executor {
  private static final Act AWAITS_TASK = Act.waitFor("its task");

  @Override
  public void execute(Runnable task) {
    if (session.opening()) {
      task.run(); // there is no thread before the run begins
      return;
    }
    Closers.Free free = session.closers().hands();
    if (!queue.execute(() -> session.inside(task, free))) {
      session.closers().refused(free);
      throw new RejectedExecutionException(name + " is shut down");
    }
  }

  /** Runs a task on it and waits for the task; runs it at once if the thread need not change. */
  void call(UserSession.Action task) throws Exception {
    if (session.opening() || queue.isCurrent()) {
      task.run();
      return;
    }
    Pending pending = new Pending(new Shared("a task of " + name), task);
    execute(pending);
    sync.await(AWAITS_TASK, Waiting.COMPLETION, pending.outcome, () -> pending.over);
    if (pending.thrown != null) {
      throw pending.thrown;
    }
  }

  private final class Pending implements Runnable {
    private final Shared outcome;
    private final UserSession.Action task;
    private Exception thrown;
    private volatile boolean over;

    Pending(Shared outcome, UserSession.Action task) {
      this.outcome = outcome;
      this.task = task;
    }

    @Override
    public void run() {
      try {
        task.run();
      } catch (Exception failed) {
        thrown = failed;
      }
      over = true;
      sync.changed(outcome);
    }
  }
}
