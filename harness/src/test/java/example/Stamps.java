package example;

import dev.lockjaw.explore.programs.Parts;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;

/** Waits for a {@link StampedLock} that end. */
public final class Stamps {
  private Stamps() {}

  /** One thread writes twice, and the other waits a while to read. */
  abstract static class Reading implements Parts {
    final StampedLock lock = new StampedLock();
    private int written;
    private String seen = "";

    abstract long reads() throws InterruptedException;

    @Override
    public void one() {
      long stamp = lock.writeLock();
      try {
        written++;
        written++;
      } finally {
        lock.unlockWrite(stamp);
      }
    }

    @Override
    public void other() throws InterruptedException {
      long stamp = reads();
      if (stamp == 0) {
        seen = "late";
        return;
      }
      seen = String.valueOf(written);
      lock.unlockRead(stamp);
    }

    @Override
    public String outcome() {
      return seen + (lock.isWriteLocked() || lock.isReadLocked() ? " locked" : "");
    }
  }

  public static final class Timed extends Reading {
    @Override
    long reads() throws InterruptedException {
      return lock.tryReadLock(10, TimeUnit.SECONDS);
    }
  }

  public static final class Untimed extends Reading {
    @Override
    long reads() throws InterruptedException {
      return lock.readLockInterruptibly();
    }
  }

  /** It holds what it waits for, so that the time is up. */
  public static final class Twice implements Parts {
    private final StampedLock lock = new StampedLock();
    private String seen = "";

    @Override
    public void one() throws InterruptedException {
      long stamp = lock.writeLock();
      seen += lock.tryWriteLock(1, TimeUnit.SECONDS);
      lock.unlock(stamp);
      seen += lock.tryWriteLock(1, TimeUnit.SECONDS) == 0 ? " 0" : " taken";
    }

    @Override
    public void other() {}

    @Override
    public String outcome() {
      return seen;
    }
  }

  /** A thread that waits for a stamp is interrupted. */
  public static final class Interrupted implements Parts {
    private final StampedLock lock = new StampedLock();
    private final long held = lock.writeLock();
    private volatile Thread waits;
    private String seen = "";

    @Override
    public void one() {
      waits = Thread.currentThread();
      try {
        lock.writeLockInterruptibly();
      } catch (InterruptedException expected) {
        seen = "interrupted";
      }
    }

    @Override
    public void other() {
      Thread other = waits;
      if (other == null) {
        lock.unlockWrite(held);
        return;
      }
      other.interrupt();
    }

    @Override
    public String outcome() {
      return seen;
    }
  }
}
