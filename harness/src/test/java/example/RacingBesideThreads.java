package example;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The programs of {@link OrderedByThreads} with one mistake each: nothing orders their threads. */
public final class RacingBesideThreads {
  private RacingBesideThreads() {}

  public static final class AfterCompletion extends Two {
    private final CompletableFuture<Integer> future = new CompletableFuture<>();

    @Override
    public void first() {
      future.complete(1);
      x++;
    }

    @Override
    public void second() throws Exception {
      future.get();
      x++;
    }
  }

  public static final class AfterSubmit extends Two {
    @Override
    public void first() {
      ExecutorService executor = Executors.newSingleThreadExecutor();
      executor.execute(() -> x++);
      x++;
      executor.shutdown();
    }

    @Override
    public void second() {}
  }

  public static final class TwoTasks extends Two {
    @Override
    public void first() {
      ExecutorService executor = Executors.newFixedThreadPool(2);
      executor.execute(() -> x++);
      executor.execute(() -> x++);
      executor.shutdown();
    }

    @Override
    public void second() {}
  }

  public static final class AfterStart extends Two {
    @Override
    public void first() {
      Thread thread = new Thread(() -> x++);
      thread.start();
      x++;
    }

    @Override
    public void second() {}
  }

  public static final class BeforeJoin extends Two {
    @Override
    public void first() throws InterruptedException {
      Thread thread = new Thread(() -> x++);
      thread.start();
      x++;
      thread.join();
    }

    @Override
    public void second() {}
  }

  public static final class AfterInterrupt extends Two {
    @Override
    public void first() {
      Thread thread = new Thread(this::sleep);
      thread.start();
      thread.interrupt();
      x++;
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
