package dev.lockjaw.woven.calls;

import dev.lockjaw.woven.StandIn;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A read-write lock whose two sides know it. */
public final class WovenReadWriteLock extends ReentrantReadWriteLock implements StandIn {
  private static final long serialVersionUID = 1L;

  private final ReadSide reading = new ReadSide(this);
  private final WriteSide writing = new WriteSide(this);

  public WovenReadWriteLock() {}

  public WovenReadWriteLock(boolean fair) {
    super(fair);
  }

  @Override
  public ReadLock readLock() {
    return reading == null ? super.readLock() : reading;
  }

  @Override
  public WriteLock writeLock() {
    return writing == null ? super.writeLock() : writing;
  }

  static final class ReadSide extends ReadLock {
    private static final long serialVersionUID = 1L;

    final transient ReentrantReadWriteLock both;

    ReadSide(ReentrantReadWriteLock both) {
      super(both);
      this.both = both;
    }
  }

  static final class WriteSide extends WriteLock {
    private static final long serialVersionUID = 1L;

    final transient ReentrantReadWriteLock both;

    WriteSide(ReentrantReadWriteLock both) {
      super(both);
      this.both = both;
    }

    @Override
    public Condition newCondition() {
      return new WovenCondition(
          super.newCondition(), this, both::isWriteLocked, both::getWriteHoldCount);
    }
  }
}
