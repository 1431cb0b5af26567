package example;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Programs whose threads are ordered by a start, an end, an interrupt, a task or a future. */
public final class OrderedByThreads {
  private OrderedByThreads() {}

  public static final class ByFuture extends Two {
    private final CompletableFuture<Integer> future = new CompletableFuture<>();

    @Override
    public void first() {
      x++;
      future.complete(1);
    }

    @Override
    public void second() throws Exception {
      future.get();
      x++;
    }
  }

  public static final class ByStageOfFuture extends Two {
    private final CompletableFuture<Integer> future = new CompletableFuture<>();
    private final CompletableFuture<Integer> next = future.thenApply(value -> x++);

    @Override
    public void first() {
      x++;
      future.complete(1);
    }

    @Override
    public void second() {
      next.join();
      x++;
    }
  }

  public static final class ByExecutor extends Two {
    @Override
    public void first() throws Exception {
      ExecutorService executor = Executors.newSingleThreadExecutor();
      x++;
      executor.submit(() -> x++).get();
      x++;
      executor.shutdown();
    }

    @Override
    public void second() {}
  }

  public static final class ByEndOfExecutor extends Two {
    @Override
    public void first() throws Exception {
      ExecutorService executor = Executors.newFixedThreadPool(2);
      executor.execute(() -> x++);
      executor.shutdown();
      if (executor.awaitTermination(1, java.util.concurrent.TimeUnit.SECONDS)) {
        x++;
      }
    }

    @Override
    public void second() {}
  }

  public static final class ByStartAndJoin extends Two {
    @Override
    public void first() throws InterruptedException {
      x++;
      Thread thread = new Thread(() -> x++);
      thread.start();
      thread.join();
      x++;
    }

    @Override
    public void second() {}
  }

  public static final class ByInterrupt extends Two {
    @Override
    public void first() {
      Thread thread = new Thread(this::sleep);
      thread.start();
      x++;
      thread.interrupt();
    }

    private void sleep() {
      try {
        Thread.sleep(1000);
      } catch (InterruptedException expected) {
        x++;
      }
    }

    @Override
    public void second() {}
  }
}
