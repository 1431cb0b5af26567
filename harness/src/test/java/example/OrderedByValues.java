package example;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Programs of two threads that a value orders: one thread writes it or puts it into a collection,
 * and the other reads it or takes it out.
 */
public final class OrderedByValues {
  private OrderedByValues() {}

  public static final class ByVolatile extends Two {
    private volatile boolean done;

    @Override
    public void first() {
      x++;
      done = true;
    }

    @Override
    public void second() {
      if (done) {
        x++;
      }
    }
  }

  public static final class ByAtomic extends Two {
    private final AtomicBoolean done = new AtomicBoolean();

    @Override
    public void first() {
      x++;
      done.set(true);
    }

    @Override
    public void second() {
      if (done.get()) {
        x++;
      }
    }
  }

  public static final class BySpinning extends Same {
    private final AtomicBoolean busy = new AtomicBoolean();

    @Override
    public void first() {
      while (!busy.compareAndSet(false, true)) {
        Thread.onSpinWait();
      }
      x++;
      busy.set(false);
    }
  }

  public static final class ByPublication extends Two {
    private final AtomicReference<int[]> shared = new AtomicReference<>();

    @Override
    public void first() {
      shared.set(new int[] {1});
    }

    @Override
    public void second() {
      int[] there = shared.get();
      if (there != null) {
        there[0]++;
      }
    }
  }

  public static final class ByBlockingQueue extends Two {
    private final BlockingQueue<int[]> queue = new ArrayBlockingQueue<>(1);

    @Override
    public void first() throws InterruptedException {
      queue.put(new int[] {1});
    }

    @Override
    public void second() throws InterruptedException {
      queue.take()[0]++;
    }
  }

  public static final class ByConcurrentQueue extends Two {
    private final Queue<int[]> queue = new ConcurrentLinkedQueue<>();

    @Override
    public void first() {
      queue.add(new int[] {1});
    }

    @Override
    public void second() {
      int[] there = queue.poll();
      if (there != null) {
        there[0]++;
      }
    }
  }

  public static final class ByConcurrentMap extends Two {
    private final Map<String, int[]> map = new ConcurrentHashMap<>();

    @Override
    public void first() {
      map.put("a", new int[] {1});
    }

    @Override
    public void second() {
      if (map.containsKey("a")) {
        map.get("a")[0]++;
      }
    }
  }

  public static final class InsideOfConcurrentMap extends Same {
    private final Map<String, Integer> map = new ConcurrentHashMap<>();

    @Override
    public void first() {
      map.compute("a", (key, before) -> x++);
    }
  }

  public static final class ByCopyOnWrite extends Two {
    private final List<int[]> list = new CopyOnWriteArrayList<>();

    @Override
    public void first() {
      list.add(new int[] {1});
    }

    @Override
    public void second() {
      for (int[] there : list) {
        there[0]++;
      }
    }
  }

  public static final class BySynchronizedList extends Two {
    private final List<int[]> list = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void first() {
      list.add(new int[] {1});
    }

    @Override
    public void second() {
      synchronized (list) {
        for (int[] there : list) {
          there[0]++;
        }
      }
    }
  }
}
