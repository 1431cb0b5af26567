package example;

import example.Executions.Log;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Programs with futures: each says in one word or two what happened. */
public final class Futures {
  private Futures() {}

  /** Two tasks without an executor race. */
  public static final class Race extends Log {
    private int sum;

    @Override
    public void one() {
      CompletableFuture<Void> first = CompletableFuture.runAsync(() -> sum++);
      CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> sum++);
      CompletableFuture.allOf(first, second).join();
      add("" + sum);
    }
  }

  /** A stage runs on the thread that completes, or on that which asks for it. */
  public static final class Completing extends Log {
    private final CompletableFuture<String> future = new CompletableFuture<>();

    @Override
    public void one() {
      Thread me = Thread.currentThread();
      future.thenAccept(value -> add(Thread.currentThread() == me ? "asks" : "completes"));
    }

    @Override
    public void other() {
      future.complete("x");
    }
  }

  /** A stage with {@code Async} runs on neither. */
  public static final class Async extends Log {
    private final CompletableFuture<String> future = new CompletableFuture<>();

    @Override
    public void one() {
      Thread me = Thread.currentThread();
      future
          .thenApply(value -> value + "y")
          .thenApplyAsync(value -> value + (Thread.currentThread() == me ? "!" : ""))
          .thenAccept(this::add)
          .join();
    }

    @Override
    public void other() {
      future.complete("x");
    }
  }

  /** A future that nobody completes times out; one that is completed does not. */
  public static final class TimesOut extends Log {
    private final CompletableFuture<String> done = new CompletableFuture<>();

    @Override
    public void one() throws Exception {
      CompletableFuture<String> never = new CompletableFuture<>();
      try {
        never.orTimeout(1, TimeUnit.SECONDS).get();
      } catch (ExecutionException late) {
        add(late.getCause() instanceof TimeoutException ? "late " : "? ");
      }
      add(new CompletableFuture<String>().completeOnTimeout("default ", 1, TimeUnit.HOURS).join());
      add(done.orTimeout(1, TimeUnit.MILLISECONDS).join());
    }

    @Override
    public void other() {
      done.complete("done");
    }
  }

  /** A short delay is over at any moment. */
  public static final class Delayed extends Log {
    @Override
    public void one() {
      Executor later = CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS);
      CompletableFuture.runAsync(() -> add("d"), later);
      add("x");
    }
  }

  /** Looks without waiting. */
  public static final class Looks extends Log {
    private final CompletableFuture<String> future = new CompletableFuture<>();
    private final CompletableFuture<String> after = future.thenApply(value -> value + "!");

    @Override
    public void one() {
      add(after.getNow("none") + after.isDone());
    }

    @Override
    public void other() {
      future.complete("x");
    }
  }

  /** The first to complete wins. */
  public static final class Twice extends Log {
    private final CompletableFuture<String> future = new CompletableFuture<>();

    @Override
    public void one() {
      future.complete("one");
      add(future.join());
    }

    @Override
    public void other() {
      future.complete("other");
    }
  }

  /** A subclass, and an exception on its way through stages. */
  public static final class Subclass extends Log {
    private static final class Named<T> extends CompletableFuture<T> {
      private final String name;

      Named(String name) {
        this.name = name;
      }

      @Override
      public String toString() {
        return name;
      }
    }

    private final Named<Integer> future = new Named<>("n");

    @Override
    public void one() {
      try {
        future.thenApplyAsync(value -> 1 / value).join();
      } catch (CompletionException thrown) {
        add(future + " " + thrown.getCause().getClass().getSimpleName());
      }
    }

    @Override
    public void other() {
      future.complete(0);
    }
  }

  /** A future task runs on a plain thread, and is asked about. */
  public static final class Task extends Log {
    @Override
    public void one() throws Exception {
      FutureTask<String> task = new FutureTask<>(() -> "x");
      new Thread(task).start();
      add(task.isDone() + task.get());
    }
  }

  /** One that nobody completes. */
  public static final class Stuck extends Log {
    @Override
    public void one() {
      new CompletableFuture<String>().join();
    }
  }
}
