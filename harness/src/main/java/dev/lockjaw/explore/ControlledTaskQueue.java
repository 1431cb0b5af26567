package dev.lockjaw.explore;

import dev.lockjaw.arena.ArenaTaskQueue;
import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Waiting;
import java.util.ArrayDeque;
import java.util.Queue;

/** An executor whose thread is an actor of the run. The actor starts with the first task. */
final class ControlledTaskQueue extends ArenaTaskQueue {
  private final ControlledRun run;
  private final Act handOver;
  private final Act awaitWork;
  private final Act take;
  private final Act shutDown;
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private Actor thread;
  private int outstanding;
  private boolean shutdown;
  private boolean ended;

  ControlledTaskQueue(ControlledRun run, String name) {
    super(name);
    this.run = run;
    this.handOver = act("hand to executor");
    this.awaitWork = Act.waitFor("work");
    this.take = act("take task");
    this.shutDown = act("shut executor down");
  }

  private Act act(String wording) {
    return Act.of(Act.Kind.TASK, name(), wording);
  }

  @Override
  public boolean execute(Runnable task) {
    run.point(handOver, this);
    if (shutdown) {
      run.refused();
      run.amend(() -> act("hand to " + name() + ": refused, it is shut down"));
      return false;
    }
    run.amend(() -> act("hand to " + name()));
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
      ended = !run.over(); // a thread that has to be unwound was still running
    }
  }

  private void workToTheEnd() {
    while (true) {
      run.await(awaitWork, Waiting.WORK, this, () -> !tasks.isEmpty() || shutdown);
      Runnable task = tasks.poll();
      if (task == null) {
        return;
      }
      run.point(take, this);
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
    run.point(shutDown, this);
    shutdown = true;
  }

  @Override
  public boolean running() {
    return thread != null && !ended;
  }
}
