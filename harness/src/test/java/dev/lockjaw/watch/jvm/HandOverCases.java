package dev.lockjaw.watch.jvm;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** Cases of {@link WatchedCases} in which executors, futures and queues order two threads. */
final class HandOverCases {
  private HandOverCases() {}

  /** The same thread pool runs both orders, in two threads, one after the other. */
  static final class RightFuture {
    static void run() throws Exception {
      Object a = new Object();
      Object b = new Object();
      ExecutorService pool = pool();
      pool.submit(() -> nest(a, b)).get();
      pool.submit(() -> nest(b, a)).get();
      nest(a, b);
      pool.shutdown();
    }

    /** Two threads, which take turns. */
    static ExecutorService pool() throws Exception {
      ExecutorService pool = Executors.newFixedThreadPool(2);
      CyclicBarrier both = new CyclicBarrier(2);
      Future<?> first = pool.submit(() -> both.await());
      pool.submit(() -> both.await()).get();
      first.get();
      return pool;
    }

    static void nest(Object outer, Object inner) {
      synchronized (outer) {
        synchronized (inner) {
          inner.hashCode();
        }
      }
    }
  }

  static final class RightQueue {
    static void run() throws Exception {
      Object a = new Object();
      Object b = new Object();
      BlockingQueue<Object> queue = new LinkedBlockingQueue<>();
      Thread second =
          WatchedSteps.thread(
              () -> {
                queue.take();
                nest(b, a);
              });
      WatchedSteps.thread(
              () -> {
                nest(a, b);
                queue.put(new Object());
              })
          .join();
      second.join();
    }

    static void nest(Object outer, Object inner) {
      synchronized (outer) {
        synchronized (inner) {
          inner.hashCode();
        }
      }
    }
  }

  static final class RightStage {
    static void run() throws Exception {
      Object a = new Object();
      Object b = new Object();
      CompletableFuture<Void> first = new CompletableFuture<>();
      Thread second =
          WatchedSteps.thread(
              () -> {
                first.get();
                nest(b, a);
              });
      CompletableFuture.runAsync(() -> nest(a, b)).thenRun(() -> first.complete(null));
      second.join();
    }

    static void nest(Object outer, Object inner) {
      synchronized (outer) {
        synchronized (inner) {
          inner.hashCode();
        }
      }
    }
  }

  /** The stage is over before what follows it is given to it. */
  static final class RightLateStage {
    static void run() throws Exception {
      Object a = new Object();
      Object b = new Object();
      CompletableFuture<Void> first = CompletableFuture.runAsync(() -> nest(a, b));
      while (!first.isDone()) {
        Thread.onSpinWait();
      }
      first.thenRun(() -> nest(b, a));
    }

    static void nest(Object outer, Object inner) {
      synchronized (outer) {
        synchronized (inner) {
          inner.hashCode();
        }
      }
    }
  }

  /** The giver nests again after it has given: then the taker may be at it, too. */
  static final class WrongQueue {
    static void run() throws Exception {
      Object a = new Object();
      Object b = new Object();
      BlockingQueue<Object> queue = new LinkedBlockingQueue<>();
      CountDownLatch done = new CountDownLatch(1);
      Thread second =
          WatchedSteps.thread(
              () -> {
                queue.take();
                nest(b, a);
                done.countDown();
              });
      WatchedSteps.thread(
              () -> {
                nest(a, b);
                queue.put(new Object());
                done.await();
                nest(a, b);
              })
          .join();
      second.join();
    }

    static void nest(Object outer, Object inner) {
      synchronized (outer) {
        synchronized (inner) {
          inner.hashCode();
        }
      }
    }
  }

  static void run() throws Exception {
    RightFuture.run();
    RightQueue.run();
    RightStage.run();
    RightLateStage.run();
    WrongQueue.run();
  }
}
