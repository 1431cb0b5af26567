package example;

import elsewhere.Guard;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;

/** Programs of two threads that something orders wherever they meet: one for each such thing. */
public final class Ordered {
  private Ordered() {}

  /** Both threads do the same. */
  abstract static class Same extends Two {
    @Override
    public void second() throws Exception {
      first();
    }
  }

  public static final class ByMonitor extends Same {
    @Override
    public synchronized void first() {
      x++;
    }
  }

  public static final class ByReentrantLock extends Same {
    private final ReentrantLock lock = new ReentrantLock();

    @Override
    public void first() {
      lock.lock();
      x++;
      lock.unlock();
    }
  }

  public static final class ByTryLock extends Same {
    private final ReentrantLock lock = new ReentrantLock();

    @Override
    public void first() {
      if (lock.tryLock()) {
        x++;
        lock.unlock();
      }
    }
  }

  public static final class ByReadWriteLock extends Two {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    @Override
    public void first() {
      lock.writeLock().lock();
      x++;
      lock.writeLock().unlock();
    }

    @Override
    public void second() {
      lock.readLock().lock();
      seen = x;
      lock.readLock().unlock();
    }
  }

  public static final class ByStampedLock extends Two {
    private final StampedLock lock = new StampedLock();

    @Override
    public void first() {
      long stamp = lock.writeLock();
      x++;
      lock.unlockWrite(stamp);
    }

    @Override
    public void second() {
      long stamp = lock.readLock();
      seen = x;
      lock.unlockRead(stamp);
    }
  }

  public static final class ByOptimisticStamp extends Two {
    private final StampedLock lock = new StampedLock();

    @Override
    public void first() {
      long stamp = lock.writeLock();
      x++;
      lock.unlockWrite(stamp);
    }

    @Override
    public void second() {
      long stamp = lock.tryOptimisticRead();
      int read = x;
      if (!lock.validate(stamp)) {
        stamp = lock.readLock();
        read = x;
        lock.unlockRead(stamp);
      }
      seen = read;
    }
  }

  public static final class BySemaphore extends Same {
    private final Semaphore permits = new Semaphore(1);

    @Override
    public void first() throws InterruptedException {
      permits.acquire();
      x++;
      permits.release();
    }
  }

  public static final class ByCountDownLatch extends Two {
    private final CountDownLatch done = new CountDownLatch(1);

    @Override
    public void first() {
      x++;
      done.countDown();
    }

    @Override
    public void second() throws InterruptedException {
      done.await();
      x++;
    }
  }

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

  public static final class ByFuture extends Two {
    private final CompletableFuture<Integer> future = new CompletableFuture<>();

    @Override
    public void first() {
      x++;
      future.complete(1);
    }

    @Override
    public void second() throws Exception {
      future.get();
      x++;
    }
  }

  public static final class ByStageOfFuture extends Two {
    private final CompletableFuture<Integer> future = new CompletableFuture<>();
    private final CompletableFuture<Integer> next = future.thenApply(value -> x++);

    @Override
    public void first() {
      x++;
      future.complete(1);
    }

    @Override
    public void second() {
      next.join();
      x++;
    }
  }

  public static final class ByExecutor extends Two {
    @Override
    public void first() throws Exception {
      ExecutorService executor = Executors.newSingleThreadExecutor();
      x++;
      executor.submit(() -> x++).get();
      x++;
      executor.shutdown();
    }

    @Override
    public void second() {}
  }

  public static final class ByEndOfExecutor extends Two {
    @Override
    public void first() throws Exception {
      ExecutorService executor = Executors.newFixedThreadPool(2);
      executor.execute(() -> x++);
      executor.shutdown();
      if (executor.awaitTermination(1, java.util.concurrent.TimeUnit.SECONDS)) {
        x++;
      }
    }

    @Override
    public void second() {}
  }

  public static final class ByStartAndJoin extends Two {
    @Override
    public void first() throws InterruptedException {
      x++;
      Thread thread = new Thread(() -> x++);
      thread.start();
      thread.join();
      x++;
    }

    @Override
    public void second() {}
  }

  public static final class ByInterrupt extends Two {
    @Override
    public void first() {
      Thread thread = new Thread(this::sleep);
      thread.start();
      x++;
      thread.interrupt();
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

  public static final class ByNotification extends Two {
    private boolean ready;

    @Override
    public void first() {
      x++;
      synchronized (this) {
        ready = true;
        notifyAll();
      }
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

  public static final class ByCondition extends Two {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean ready;

    @Override
    public void first() {
      x++;
      lock.lock();
      ready = true;
      changed.signal();
      lock.unlock();
    }

    @Override
    public void second() throws InterruptedException {
      lock.lock();
      while (!ready) {
        changed.await();
      }
      lock.unlock();
      x++;
    }
  }

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
