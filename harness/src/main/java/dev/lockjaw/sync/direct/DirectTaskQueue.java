package dev.lockjaw.sync.direct;

import dev.lockjaw.sync.TaskQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An executor for free-running threads: one daemon thread, which the first task starts. */
final class DirectTaskQueue implements TaskQueue {
  private final AtomicInteger outstanding = new AtomicInteger();
  private final ExecutorService executor;
  private volatile Thread thread;

  DirectTaskQueue(String name) {
    executor =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread made = new Thread(work, name);
              made.setDaemon(true);
              thread = made;
              return made;
            });
  }

  @Override
  public boolean execute(Runnable task) {
    outstanding.incrementAndGet();
    try {
      executor.execute(
          () -> {
            try {
              task.run();
            } finally {
              outstanding.decrementAndGet();
            }
          });
      return true;
    } catch (RejectedExecutionException shutDown) {
      outstanding.decrementAndGet();
      return false;
    }
  }

  @Override
  public int outstanding() {
    return outstanding.get();
  }

  @Override
  public boolean isCurrent() {
    return Thread.currentThread() == thread;
  }

  @Override
  public void shutdown() {
    executor.shutdown();
  }
}
