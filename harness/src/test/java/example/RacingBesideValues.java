package example;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** The programs of {@link OrderedByValues} with one mistake each: nothing orders their threads. */
public final class RacingBesideValues {
  private RacingBesideValues() {}

  public static final class Plain extends Same {
    @Override
    public void first() {
      x++;
    }
  }

  public static final class BothWriteVolatile extends Two {
    private volatile boolean done;

    @Override
    public void first() {
      x++;
      done = true;
    }

    @Override
    public void second() {
      done = true;
      x++;
    }
  }

  public static final class AfterVolatile extends Two {
    private volatile boolean done;

    @Override
    public void first() {
      done = true;
      x++;
    }

    @Override
    public void second() {
      if (done) {
        x++;
      }
    }
  }

  public static final class PlainFlag extends Two {
    private boolean done;

    @Override
    public void first() {
      done = true;
    }

    @Override
    public void second() {
      seen = done ? 1 : 0;
    }
  }

  public static final class PlainStatic extends Same {
    private static int value = 1;

    @Override
    public void first() {
      value++;
    }
  }

  public static final class BothSetAtomic extends Two {
    private final AtomicBoolean done = new AtomicBoolean();

    @Override
    public void first() {
      x++;
      done.set(true);
    }

    @Override
    public void second() {
      done.set(true);
      x++;
    }
  }

  public static final class ReadPlainly extends Two {
    private final AtomicBoolean done = new AtomicBoolean();

    @Override
    public void first() {
      x++;
      done.set(true);
    }

    @Override
    public void second() {
      if (done.getPlain()) {
        x++;
      }
    }
  }

  public static final class AfterPut extends Two {
    private final BlockingQueue<int[]> queue = new ArrayBlockingQueue<>(1);

    @Override
    public void first() throws InterruptedException {
      int[] given = {1};
      queue.put(given);
      given[0]++;
    }

    @Override
    public void second() throws InterruptedException {
      queue.take()[0]++;
    }
  }

  public static final class UnsafePublication extends Two {
    private int[] shared;

    @Override
    public void first() {
      shared = new int[] {1};
    }

    @Override
    public void second() {
      int[] there = shared;
      if (there != null) {
        there[0]++;
      }
    }
  }
}
