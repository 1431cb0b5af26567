package dev.lockjaw.woven.pools;

import dev.lockjaw.woven.Points;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;

/** The thread of a run for the delays and time-outs of its futures, as the JDK has one. */
final class Delays {
  private Delays() {}

  /** It has one thread and is never shut down. */
  private static final class Rules implements TimedCrew.Rules {
    @Override
    public int core() {
      return 1;
    }

    @Override
    public ThreadFactory factory() {
      return work -> new Thread(work, "delays");
    }

    @Override
    public void reject(Runnable task) {
      throw new RejectedExecutionException("the run is over");
    }

    @Override
    public boolean keeps(boolean periodic) {
      return true;
    }
  }

  private static TimedCrew crew() {
    return Points.here().beside(Delays.class, TimedCrew.class, () -> new TimedCrew(new Rules()));
  }

  /**
   * Does something when its time is up and no other thread can move, unless a future is done
   * before.
   */
  static void onTimeout(Future<?> future, Runnable task, long nanos) {
    TimedCrew crew = crew();
    crew.add(new Appointment(crew, future, task, future::isDone, nanos, 0).neverEarly());
  }

  /** Hands a task to an executor after a delay. */
  static void handOver(Runnable task, long nanos, Executor to) {
    TimedCrew crew = crew();
    crew.add(new Appointment(crew, task, () -> to.execute(task), () -> false, nanos, 0));
  }
}
