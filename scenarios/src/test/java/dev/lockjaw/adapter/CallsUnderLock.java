package dev.lockjaw.adapter;

import dev.lockjaw.session.Driving;
import java.util.Set;

/** Sessions that are wrong: callbacks run under the lock, which is recursive. */
public final class CallsUnderLock implements SessionAdapter {
  @Override
  public UserSession open(Opening with) {
    return new Wrapper(with, Guard.of(with.reentrantLock("S")), true);
  }

  @Override
  public Driving driving() {
    return Driving.NON_BLOCKING;
  }

  @Override
  public Set<Hook> hooks() {
    return Set.of(Hook.IDLE_TICK);
  }
}
