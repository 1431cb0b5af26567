package dev.lockjaw.woven.pools;

import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Sites;
import dev.lockjaw.woven.Waits;
import dev.lockjaw.woven.calls.Bodies;
import dev.lockjaw.woven.calls.ThreadCalls;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The threads of an executor in one run. Only the thread that has the turn may call. */
abstract class Crew {
  static final Site EXECUTE = site("execute", "hand over a task");
  static final Site WORK = site("work", "take a task");
  private static final Site START = site("execute", "start a thread");
  private static final Site SHUTDOWN = site("shutdown", "shut down");

  private final Set<Thread> threads = new LinkedHashSet<>();
  private int active;
  private long completed;
  private boolean shutdown;
  private boolean stopped;
  private boolean terminating;
  private boolean isTerminated;

  /**
   * The crew of an executor in the run of the calling thread.
   *
   * @param ofRun whether the executor was made in a run
   * @return null if the calling thread has to do with no run, and the executor may do without
   */
  static <C extends Crew> C of(Object executor, Class<C> type, boolean ofRun, Supplier<C> make) {
    Points points = Points.here();
    if (points != null) {
      return points.beside(executor, type, make);
    }
    if (ofRun) {
      throw new RejectedExecutionException("the run that this executor is of is over");
    }
    return null;
  }

  private static Site site(String method, String what) {
    return Sites.add(-1, Act.Kind.TASK, "Executor", method, 0, what, "");
  }

  /** Waits for a task; null if the calling thread is to end. */
  abstract Runnable next(Points points);

  /** Whether there is no task. */
  abstract boolean empty();

  /** Takes what tasks there are. */
  abstract List<Runnable> drain();

  abstract ThreadFactory factory();

  void perform(Thread worker, Runnable task) {
    task.run();
  }

  /** Called when it is shut down. */
  void closes() {}

  /** Called when it is shut down and the last thread has ended. */
  void terminated() {}

  final int size() {
    return threads.size();
  }

  final int active() {
    return active;
  }

  final long completed() {
    return completed;
  }

  /** Starts a thread that performs a task, if there is one, and then those that come. */
  final void hire(Runnable first) {
    Thread[] worker = new Thread[1];
    Runnable work = () -> work(worker[0], first);
    worker[0] = Bodies.keep(factory().newThread(work), work);
    if (worker[0] != null) {
      threads.add(worker[0]);
      ThreadCalls.start(worker[0], START.id());
    }
  }

  private void work(Thread me, Runnable first) {
    Points points = Points.here();
    boolean failed = true;
    try {
      Runnable task = first == null ? next(points) : first;
      while (task != null) {
        perform(points, me, task);
        task = next(points);
      }
      failed = false;
    } finally {
      if (points.present()) {
        leave(points, me, failed);
      }
    }
  }

  private void leave(Points points, Thread me, boolean failed) {
    points.touch(this, Points.CONTENTS, true);
    threads.remove(me);
    if (failed && !stopped && !empty()) {
      hire(null);
    }
    terminate();
  }

  private void terminate() {
    if (shutdown && !terminating && threads.isEmpty() && empty()) {
      terminating = true;
      terminated();
      isTerminated = true;
    }
  }

  private void perform(Points points, Thread me, Runnable task) {
    active++;
    if (task instanceof Future) {
      points.access(WORK, task, Points.CONTENTS, true); // where another may cancel it
    }
    if (!stopped) {
      points.interrupted(me, true);
    }
    try {
      perform(me, task);
    } catch (UncheckedIOException closed) {
      // how a task learns that its session is closed
    } finally {
      if (points.present()) {
        points.touch(task, Points.CONTENTS, true); // it may be a future that somebody waits for
        if (task instanceof CompletableFuture.AsynchronousCompletionTask) {
          points.access(WovenTask.DONE, CompletableFuture.class, Points.CONTENTS, true);
        }
        active--;
        completed++;
      }
    }
  }

  final void shutdown() {
    access(SHUTDOWN, true);
    if (!shutdown) {
      closes();
    }
    shutdown = true;
    terminate();
  }

  final List<Runnable> shutdownNow() {
    access(SHUTDOWN, true);
    stopped = true;
    List<Runnable> left = drain();
    shutdown();
    Points points = Points.here();
    List.copyOf(threads).forEach(points::interrupt);
    return left;
  }

  final boolean isShutdown() {
    access(SHUTDOWN, false);
    return shutdown;
  }

  /** As {@link #isShutdown}, asked by the crew itself. */
  final boolean closing() {
    return shutdown;
  }

  final boolean hasTerminated() {
    access(SHUTDOWN, false);
    return isTerminated;
  }

  final boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
    return await("the end of an executor", time, unit, () -> isTerminated);
  }

  /** Waits until no task is left and none is performed. */
  final boolean awaitQuiet(long time, TimeUnit unit) {
    try {
      return await("a quiet executor", time, unit, this::quiet);
    } catch (InterruptedException woken) {
      Points.here().interrupt(Points.here().thread());
      return quiet();
    }
  }

  final boolean quiet() {
    return active == 0 && empty();
  }

  private boolean await(String what, long time, TimeUnit unit, BooleanSupplier ready)
      throws InterruptedException {
    access(SHUTDOWN, false);
    return ready.getAsBoolean()
        || Waits.interruptibly(
            Points.here(),
            SHUTDOWN,
            what,
            Waiting.COMPLETION,
            this,
            Points.CONTENTS,
            Math.max(0, unit.toNanos(time)),
            ready);
  }

  final void access(Site site, boolean write) {
    Points.here().access(site, this, Points.CONTENTS, write);
  }
}
