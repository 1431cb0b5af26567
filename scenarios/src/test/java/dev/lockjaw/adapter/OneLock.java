package dev.lockjaw.adapter;

import dev.lockjaw.session.Driving;
import java.util.Set;

/** Sessions that are right: one lock each, and callbacks outside of it. */
public final class OneLock implements SessionAdapter {
  @Override
  public UserSession open(Opening with) {
    return new Wrapper(with, Guard.reentrant(), false);
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
