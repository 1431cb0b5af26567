package example;

import elsewhere.Guard;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Programs of two threads that nothing orders, and that share an array, a collection, a buffer or
 * an object of a library.
 */
public final class RacingOnObjects {
  private RacingOnObjects() {}

  public static final class AfterLibrary extends Two {
    private final Guard guard = new Guard();

    @Override
    public void first() {
      guard.put("done");
      x++;
    }

    @Override
    public void second() {
      if (guard.poll() != null) {
        x++;
      }
    }
  }

  public static final class SameElement extends Same {
    private final long[] cells = new long[2];

    @Override
    public void first() {
      cells[1]++;
    }
  }

  public static final class PlainList extends Same {
    private final List<Integer> list = new ArrayList<>();

    @Override
    public void first() {
      list.add(1);
    }
  }

  public static final class PlainMap extends Two {
    private final Map<String, String> map = new HashMap<>();

    @Override
    public void first() {
      map.put("a", "b");
    }

    @Override
    public void second() {
      seen = map.containsKey("a") ? 1 : 0;
    }
  }

  public static final class PlainText extends Same {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void first() {
      text.append('a');
    }
  }

  public static final class PlainBuffer extends Two {
    private final ByteBuffer buffer = ByteBuffer.allocate(8);

    @Override
    public void first() {
      buffer.put((byte) 1);
    }

    @Override
    public void second() {
      seen = buffer.remaining();
    }
  }

  public static final class IteratedBeside extends Two {
    private final List<Integer> list = new ArrayList<>(List.of(1));

    @Override
    public void first() {
      synchronized (list) {
        list.add(1);
      }
    }

    @Override
    public void second() {
      seen = list.iterator().hasNext() ? 1 : 0;
    }
  }

  public static final class WholeArray extends Two {
    private final byte[] bytes = new byte[4];

    @Override
    public void first() {
      bytes[3] = 1;
    }

    @Override
    public void second() {
      seen = ByteBuffer.allocate(4).put(bytes).position();
    }
  }
}
