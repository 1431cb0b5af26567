package dev.lockjaw.adapter;

import dev.lockjaw.session.Driving;
import java.util.Set;
import java.util.function.Function;

/** An adapter made on the spot, of sessions that a selector drives. */
record Adapter(String id, Function<Opening, UserSession> opener) implements SessionAdapter {
  @Override
  public UserSession open(Opening with) {
    return opener.apply(with);
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
