package dev.lockjaw.woven.calls;

import dev.lockjaw.woven.StandIn;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A lock whose conditions know it. */
public final class WovenLock extends ReentrantLock implements StandIn {
  private static final long serialVersionUID = 1L;

  public WovenLock() {}

  public WovenLock(boolean fair) {
    super(fair);
  }

  @Override
  public Condition newCondition() {
    return new WovenCondition(super.newCondition(), this, this::isLocked, this::getHoldCount);
  }
}
