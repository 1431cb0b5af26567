package elsewhere;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/** A library that is not woven and locks inside. */
public final class Guard {
  private final Queue<Object> queue = new ArrayDeque<>();
  private final Queue<Object> hidden;

  public Guard() {
    this(new ArrayDeque<>());
  }

  private Guard(Queue<Object> hidden) {
    this.hidden = hidden;
  }

  /** Another, which this one hands things over to by a way of their own. */
  public Guard beside() {
    return new Guard(hidden);
  }

  /** Calls back with a lock held. */
  public synchronized void run(Runnable task) {
    task.run();
  }

  public synchronized void put(Object element) {
    queue.add(element);
  }

  public synchronized Object poll() {
    return queue.poll();
  }

  /** Hands over to those beside this one. */
  public void give(Object element) {
    synchronized (hidden) {
      hidden.add(element);
    }
  }

  public Object take() {
    synchronized (hidden) {
      return hidden.poll();
    }
  }

  /** Does something once, and remembers what came of it. */
  public static <T> Supplier<T> once(Supplier<T> first) {
    return new Supplier<>() {
      private T value;

      @Override
      public synchronized T get() {
        if (value == null) {
          value = first.get();
        }
        return value;
      }
    };
  }
}
