package example;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** A random program of a few threads, to be woven: what they see is the outcome. */
public final class Program implements Runnable {
  /** Steps of a program that spins: the loops, and what ends them or is seen to have changed. */
  private static final int[] SPINNING = {3, 4, 8, 10, 12, 14, 14, 15, 15, 16};

  private static final int SPINNING_STEPS = 3;

  private final Shared shared;
  private final int[] code;
  private final int name;
  private int seen;

  /** What the threads of a program meet at. */
  public static final class Shared {
    private int plain;
    private volatile int other;
    private final int[] cells = new int[2];
    private final AtomicInteger atomic = new AtomicInteger();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Deque<Integer> queue = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Object monitor = new Object();

    @Override
    public String toString() {
      return plain + "," + other + "," + cells[0] + "," + cells[1] + "," + atomic + "," + queue;
    }
  }

  /**
   * @param spinning whether some of its steps are loops that wait for another program
   */
  public Program(Object shared, int name, long seed, boolean spinning) {
    this.shared = (Shared) shared;
    this.name = name;
    Random random = new Random(seed);
    this.code =
        spinning
            ? random.ints(SPINNING_STEPS, 0, SPINNING.length).map(i -> SPINNING[i]).toArray()
            : random.ints(3 + random.nextInt(3), 0, 14).toArray();
  }

  @Override
  public void run() {
    run(0, code.length);
  }

  private void run(int from, int to) {
    for (int at = from; at < to; at++) {
      switch (code[at]) {
        case 0 -> saw(shared.plain);
        case 1 -> shared.plain = name;
        case 2 -> shared.plain++;
        case 3 -> saw(shared.other);
        case 4 -> shared.other += name;
        case 5 -> saw(shared.cells[0]);
        case 6 -> shared.cells[name % 2] = at + name;
        case 7 -> saw(shared.atomic.getAndIncrement());
        case 8 -> shared.queue.add(name);
        case 9 -> saw(shared.queue.isEmpty() ? 7 : shared.queue.peek());
        case 10 -> {
          synchronized (shared.monitor) {
            run(at + 1, to);
          }
          return;
        }
        case 11 -> {
          shared.lock.lock();
          try {
            run(at + 1, to - 1);
          } finally {
            shared.lock.unlock();
          }
          run(Math.max(at + 1, to - 1), to);
          return;
        }
        case 12 -> {
          if (shared.lock.tryLock()) {
            shared.lock.unlock();
          } else {
            saw(5);
          }
        }
        case 14 -> {
          while (shared.other == 0) {
            // until another writes it
          }
        }
        case 15 -> {
          while (!shared.busy.compareAndSet(false, true)) {
            // until another gives it back
          }
          try {
            run(at + 1, to);
          } finally {
            shared.busy.set(false);
          }
          return;
        }
        case 16 -> {
          Integer taken = null;
          for (int i = 0; i < 5 && taken == null; i++) {
            taken = shared.queue.poll();
          }
          saw(taken == null ? 3 : taken);
        }
        default -> inside();
      }
    }
  }

  private synchronized void inside() {
    saw(shared.plain + shared.cells[1]);
  }

  private void saw(int value) {
    seen = seen * 31 + value + 1;
  }

  @Override
  public String toString() {
    return "" + seen;
  }
}
