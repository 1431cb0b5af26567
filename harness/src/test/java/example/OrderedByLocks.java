package example;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** Programs of two threads that a lock, a latch or a notification orders wherever they meet. */
public final class OrderedByLocks {
  private OrderedByLocks() {}

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
}
