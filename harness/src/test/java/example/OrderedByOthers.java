package example;

import elsewhere.Guard;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * Programs of two threads that the JVM or a class outside of the woven packages orders, or that
 * share nothing.
 */
public final class OrderedByOthers {
  private OrderedByOthers() {}

  public static final class ByInitialisation extends Two {
    private static final class Holder {
      static int value = 1;
    }

    @Override
    public void first() {
      seen = Holder.value;
    }

    @Override
    public void second() {
      x = Holder.value;
    }
  }

  public static final class ByFinal extends Two {
    private record Pair(int a, int b) {}

    private final Pair pair = new Pair(1, 2);

    @Override
    public void first() {
      seen = pair.a() + pair.b();
    }

    @Override
    public void second() {
      x = pair.a() + pair.b();
    }
  }

  public static final class ByLibrary extends Two {
    private final Guard guard = new Guard();

    @Override
    public void first() {
      x++;
      guard.put("done");
    }

    @Override
    public void second() {
      if (guard.poll() != null) {
        x++;
      }
    }
  }

  public static final class InsideOfLibrary extends Same {
    private final Guard guard = new Guard();

    @Override
    public void first() {
      guard.run(() -> x++);
    }
  }

  public static final class ByHiddenStateOfLibrary extends Two {
    private final Guard one = new Guard();
    private final Guard other = one.beside();

    @Override
    public void first() {
      x++;
      one.give("done");
    }

    @Override
    public void second() {
      if (other.take() != null) {
        x++;
      }
    }
  }

  public static final class ByFunctionOfLibrary extends Same {
    private final Supplier<Integer> once = Guard.once(() -> ++x);

    @Override
    public void first() {
      seen(once.get() + x);
    }

    private void seen(int ignored) {}
  }

  public static final class ElementsOfTheirOwn extends Two {
    private final int[] cells = new int[2];

    @Override
    public void first() {
      cells[0]++;
    }

    @Override
    public void second() {
      cells[1]++;
    }
  }

  public static final class BuffersOfTheirOwn extends Two {
    private final byte[] bytes = new byte[8];
    private final ByteBuffer left = ByteBuffer.wrap(bytes, 0, 4);
    private final ByteBuffer right = ByteBuffer.wrap(bytes, 4, 4);

    @Override
    public void first() {
      left.put((byte) 1);
    }

    @Override
    public void second() {
      right.put((byte) 2);
    }
  }

  public static final class ReadByBoth extends Same {
    private final List<Integer> list = new ArrayList<>(List.of(1, 2));

    @Override
    public void first() {
      for (int element : list) {
        sum(element);
      }
    }

    private void sum(int ignored) {}
  }

  public static final class ListUnderLock extends Same {
    private final Queue<Integer> queue = new ArrayDeque<>();

    @Override
    public void first() {
      synchronized (queue) {
        queue.add(1);
        for (int element : queue) {
          seen += element;
        }
      }
    }
  }
}
