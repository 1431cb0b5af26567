package example;

import dev.lockjaw.explore.programs.Parts;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/** Programs that reach their fields through handles: each says what it read. */
public final class Handles {
  private Handles() {}

  /** A number that is counted up in two steps, by a handle and as a plain field. */
  public static final class Plain implements Parts {
    private static final VarHandle COUNT;
    private static final AtomicIntegerFieldUpdater<Plain> USERS =
        AtomicIntegerFieldUpdater.newUpdater(Plain.class, "users");

    static {
      try {
        COUNT = MethodHandles.lookup().findVarHandle(Plain.class, "count", int.class);
      } catch (ReflectiveOperationException impossible) {
        throw new ExceptionInInitializerError(impossible);
      }
    }

    private int count;
    private volatile int users;

    @Override
    public void one() {
      COUNT.setVolatile(this, (int) COUNT.getVolatile(this) + 1);
      USERS.set(this, USERS.get(this) + 1);
    }

    @Override
    public void other() {
      count++;
      users++;
    }

    @Override
    public String outcome() {
      return count + "," + users;
    }
  }

  /** The same in one step, by each. */
  public static final class Atomic implements Parts {
    private static final VarHandle COUNT;
    private static final VarHandle CELLS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final AtomicIntegerFieldUpdater<Atomic> USERS =
        AtomicIntegerFieldUpdater.newUpdater(Atomic.class, "users");

    static {
      try {
        COUNT = MethodHandles.lookup().findVarHandle(Atomic.class, "count", long.class);
      } catch (ReflectiveOperationException impossible) {
        throw new ExceptionInInitializerError(impossible);
      }
    }

    private final long[] cells = new long[1];
    private long count;
    private volatile int users;

    @Override
    public void one() {
      COUNT.getAndAdd(this, 1L);
      USERS.incrementAndGet(this);
      long seen;
      do {
        seen = (long) CELLS.getVolatile(cells, 0);
      } while (!CELLS.compareAndSet(cells, 0, seen, seen + 1));
    }

    @Override
    public void other() {
      one();
    }

    @Override
    public String outcome() {
      return count + "," + users + "," + cells[0];
    }
  }
}
