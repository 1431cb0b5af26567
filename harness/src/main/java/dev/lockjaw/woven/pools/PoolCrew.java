package dev.lockjaw.woven.pools;

import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Waits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;

/**
 * The threads of a thread pool. A task goes to an idle thread if there is one, whatever the size of
 * the pool: which of two equal threads performs it makes no difference. No thread ends for being
 * idle.
 */
final class PoolCrew extends Crew {
  private final Rules rules;

  /** Tasks for threads that are idle, where the queue itself holds none. */
  private final Deque<Runnable> handed = new ArrayDeque<>(2);

  private int idle;

  /** What the pool is made of, and what it does beside its tasks. */
  interface Rules {
    int core();

    int most();

    BlockingQueue<Runnable> queue();

    ThreadFactory factory();

    void reject(Runnable task);

    default void perform(Thread worker, Runnable task) {
      task.run();
    }

    default void ended() {}
  }

  PoolCrew(Rules rules) {
    this.rules = rules;
  }

  void execute(Runnable task) {
    access(EXECUTE, true);
    if (closing()) {
      rules.reject(task);
    } else if (idle <= waiting() && size() < rules.core()) {
      hire(task);
    } else if (offer(task)) {
      if (size() == 0) {
        hire(null);
      }
    } else if (size() < rules.most()) {
      hire(task);
    } else {
      rules.reject(task);
    }
  }

  private int waiting() {
    return handed.size() + rules.queue().size();
  }

  private boolean offer(Runnable task) {
    if (rules.queue() instanceof SynchronousQueue<?>) {
      return idle > handed.size() && handed.add(task);
    }
    return rules.queue().offer(task);
  }

  @Override
  Runnable next(Points points) {
    while (true) {
      access(WORK, true);
      Runnable task = handed.isEmpty() ? rules.queue().poll() : handed.poll();
      if (task != null || closing()) {
        return task;
      }
      idle++;
      Waits.uninterruptibly(
          points,
          WORK,
          "work",
          Waiting.WORK,
          this,
          Points.CONTENTS,
          () -> waiting() > 0 || closing());
      idle--;
    }
  }

  @Override
  boolean empty() {
    return waiting() == 0;
  }

  @Override
  List<Runnable> drain() {
    List<Runnable> left = new ArrayList<>(handed);
    handed.clear();
    rules.queue().drainTo(left);
    return left;
  }

  @Override
  ThreadFactory factory() {
    return rules.factory();
  }

  @Override
  void perform(Thread worker, Runnable task) {
    rules.perform(worker, task);
  }

  @Override
  void terminated() {
    rules.ended();
  }
}
