package example;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** The programs of {@link OrderedByLocks} with one mistake each: nothing orders their threads. */
public final class RacingBesideLocks {
  private RacingBesideLocks() {}

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
}
