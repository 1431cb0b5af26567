package example;

import elsewhere.Guard;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** The same as {@link Ordered} with one mistake each: nothing orders what the threads do. */
public final class Racing {
  private Racing() {}

  /** Both threads do the same. */
  abstract static class Same extends Two {
    @Override
    public void second() throws Exception {
      first();
    }
  }

  public static final class Plain extends Same {
    @Override
    public void first() {
      x++;
    }
  }

  public static final class OneOfThemUnlocked extends Two {
    @Override
    public synchronized void first() {
      x++;
    }

    @Override
    public void second() {
      x++;
    }
  }

  public static final class MonitorsOfTheirOwn extends Two {
    private final Object other = new Object();

    @Override
    public synchronized void first() {
      x++;
    }

    @Override
    public void second() {
      synchronized (other) {
        x++;
      }
    }
  }

  public static final class AfterUnlock extends Same {
    private final ReentrantLock lock = new ReentrantLock();

    @Override
    public void first() {
      lock.lock();
      lock.unlock();
      x++;
    }
  }

  public static final class UnlockedAfterTryLock extends Same {
    private final ReentrantLock lock = new ReentrantLock();

    @Override
    public void first() {
      boolean locked = lock.tryLock();
      x++;
      if (locked) {
        lock.unlock();
      }
    }
  }

  public static final class WritesUnderReadLock extends Same {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    @Override
    public void first() {
      lock.readLock().lock();
      x++;
      lock.readLock().unlock();
    }
  }

  public static final class WritesUnderReadStamp extends Same {
    private final StampedLock lock = new StampedLock();

    @Override
    public void first() {
      long stamp = lock.readLock();
      x++;
      lock.unlockRead(stamp);
    }
  }

  public static final class TwoPermits extends Same {
    private final Semaphore permits = new Semaphore(2);

    @Override
    public void first() throws InterruptedException {
      permits.acquire();
      x++;
      permits.release();
    }
  }

  public static final class BothCountDown extends Same {
    private final CountDownLatch done = new CountDownLatch(2);

    @Override
    public void first() {
      x++;
      done.countDown();
    }
  }

  public static final class AfterCountDown extends Two {
    private final CountDownLatch done = new CountDownLatch(1);

    @Override
    public void first() {
      done.countDown();
      x++;
    }

    @Override
    public void second() throws InterruptedException {
      done.await();
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
      } catch (InterruptedException told) {
        x++;
      }
    }

    @Override
    public void second() {}
  }

  public static final class AfterNotification extends Two {
    private boolean ready;

    @Override
    public void first() {
      synchronized (this) {
        ready = true;
        notifyAll();
      }
      x++;
    }

    @Override
    public void second() throws InterruptedException {
      synchronized (this) {
        while (!ready) {
          wait();
        }
      }
      x++;
    }
  }

  public static final class PlainStatic extends Same {
    private static int value = 1;

    @Override
    public void first() {
      value++;
    }
  }

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
