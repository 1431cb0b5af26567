package example;

import dev.lockjaw.explore.programs.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Programs with executors: each says in one word or two what happened. */
public final class Executions {
  private Executions() {}

  /** What most of them have. */
  public abstract static class Log implements Parts {
    private String log = "";

    final synchronized void add(String what) {
      log += what;
    }

    @Override
    public void other() throws Exception {}

    @Override
    public synchronized String outcome() {
      return log;
    }
  }

  /** The second task runs on the thread that handed it over, if queue and threads are full. */
  public static final class CallerRuns extends Log {
    private final ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            work -> new Thread(work, "worker"),
            new ThreadPoolExecutor.CallerRunsPolicy());

    @Override
    public void one() {
      pool.execute(() -> add("a"));
      pool.execute(() -> add("b"));
      pool.execute(() -> add("c" + (Thread.currentThread().getName().equals("worker") ? "" : "!")));
    }
  }

  /** Two threads of a pool add to a plain field. */
  public static final class PlainSum implements Parts {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);
    private int sum;

    @Override
    public void one() throws Exception {
      Future<?> first = pool.submit(() -> sum++);
      Future<?> second = pool.submit(() -> sum++);
      first.get();
      second.get();
    }

    @Override
    public void other() {}

    @Override
    public String outcome() {
      return "" + sum;
    }
  }

  /** A subclass that counts what its threads did. */
  public static final class Counting extends Log {
    private final ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new java.util.concurrent.LinkedBlockingQueue<>()) {
          @Override
          protected void beforeExecute(Thread worker, Runnable task) {
            add("<");
          }

          @Override
          protected void afterExecute(Runnable task, Throwable thrown) {
            add(">");
          }

          @Override
          protected void terminated() {
            add(".");
          }
        };

    @Override
    public void one() throws Exception {
      pool.submit(() -> add("x"));
      pool.shutdown();
      add(pool.awaitTermination(1, TimeUnit.SECONDS) ? "!" : "?");
    }
  }

  /** What is handed over after the shutdown is refused. */
  public static final class Refused extends Log {
    private final ExecutorService pool = Executors.newCachedThreadPool();

    @Override
    public void one() {
      try {
        pool.execute(() -> add("ran"));
      } catch (RejectedExecutionException refused) {
        add("refused");
      }
    }

    @Override
    public void other() {
      pool.shutdown();
    }
  }

  /** A shutdown wakes a task that sleeps. */
  public static final class Woken extends Log {
    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    @Override
    public void one() throws Exception {
      pool.execute(
          () -> {
            try {
              TimeUnit.HOURS.sleep(1);
              add("slept");
            } catch (InterruptedException woken) {
              add("woken");
            }
          });
      pool.shutdownNow();
      pool.awaitTermination(1, TimeUnit.DAYS);
    }
  }

  /** A cancelled task is interrupted where it waits. */
  public static final class Cancelled extends Log {
    private final ExecutorService pool = Executors.newSingleThreadExecutor();

    @Override
    public void one() throws Exception {
      Future<?> task =
          pool.submit(
              () -> {
                try {
                  Thread.sleep(100_000);
                  add("slept");
                } catch (InterruptedException woken) {
                  add("woken");
                }
              });
      add(task.cancel(true) ? "" : "too late ");
      pool.shutdown();
      pool.awaitTermination(1, TimeUnit.DAYS);
    }
  }

  /** All, and any, of two tasks. */
  public static final class AllAndAny extends Log {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    @Override
    public void one() throws Exception {
      List<Callable<String>> both = List.of(() -> "a", () -> "b");
      StringBuilder all = new StringBuilder();
      for (Future<String> one : pool.invokeAll(both)) {
        all.append(one.get());
      }
      add(all + " " + pool.invokeAny(both));
    }
  }

  /** Tasks in the order in which they are done. */
  public static final class InOrder extends Log {
    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    @Override
    public void one() throws Exception {
      ExecutorCompletionService<String> done = new ExecutorCompletionService<>(pool);
      done.submit(() -> "a");
      done.submit(() -> "b");
      add(done.take().get() + done.take().get());
    }
  }

  /** A fork-join pool, and the common one. */
  public static final class Forked extends Log {
    private final ForkJoinPool pool = new ForkJoinPool(2);

    @Override
    public void one() throws Exception {
      Future<String> mine = pool.submit(() -> "a");
      ForkJoinPool.commonPool().execute(() -> add("c"));
      add(mine.get());
    }
  }

  /** A task that comes again and again goes on until it is cancelled. */
  public static final class Ticks extends Log {
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);

    @Override
    public void one() {
      ScheduledFuture<?> ticks = timer.scheduleAtFixedRate(() -> add("t"), 1, 1, TimeUnit.MINUTES);
      add("c");
      ticks.cancel(false);
    }
  }

  /** A short delay may be over before what comes next, a long one is not. */
  public static final class Later extends Log {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @Override
    public void one() {
      timer.schedule(() -> add("s"), 10, TimeUnit.MILLISECONDS);
      timer.schedule(() -> add("l"), 10, TimeUnit.SECONDS);
      add("x");
    }
  }

  /** A task that makes the next one ends all the same. */
  public static final class Rescheduled extends Log {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

    @Override
    public void one() {
      timer.schedule(this::again, 30, TimeUnit.SECONDS);
    }

    private void again() {
      add("t");
      timer.schedule(this::again, 30, TimeUnit.SECONDS);
    }
  }

  /** The run goes on as long as a thread of it waits for a tick. */
  public static final class Awaited extends Log {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final java.util.concurrent.CountDownLatch five =
        new java.util.concurrent.CountDownLatch(5);

    @Override
    public void one() throws Exception {
      timer.scheduleWithFixedDelay(five::countDown, 1, 1, TimeUnit.SECONDS);
      five.await();
      timer.shutdown();
      add("five");
    }
  }

  /** A timer is over once one of its tasks throws. */
  public static final class TimerDies extends Log {
    private final Timer timer = new Timer("timer", true);

    @Override
    public void one() throws Exception {
      Thread.sleep(1);
      timer.schedule(task(() -> add("a")), 10, 10);
      timer.schedule(
          task(
              () -> {
                throw new ArithmeticException();
              }),
          15);
    }

    private static TimerTask task(Runnable body) {
      return new TimerTask() {
        @Override
        public void run() {
          body.run();
        }
      };
    }
  }

  /** A timer's task that is cancelled never runs again. */
  public static final class TimerTaskCancelled extends Log {
    private final Timer timer = new Timer();
    private final List<String> seen = new ArrayList<>();

    @Override
    public void one() {
      TimerTask task =
          new TimerTask() {
            @Override
            public void run() {
              add("t");
              cancel();
            }
          };
      timer.scheduleAtFixedRate(task, 1000, 1000);
      seen.add("scheduled");
    }
  }

  /** An executor in a static field is another one in each run. */
  public static final class Static extends Log {
    private static final ExecutorService POOL = Executors.newSingleThreadExecutor();

    @Override
    public void one() throws Exception {
      POOL.submit(() -> add("x")).get();
      POOL.shutdown();
      add("" + POOL.isShutdown());
    }
  }
}
