package dev.lockjaw.run;

import dev.lockjaw.adapter.Hook;
import dev.lockjaw.arena.Arena;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.session.Session;
import dev.lockjaw.session.SessionUnderTest;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.wire.WireEnd;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/** Lockjaw's own sessions, under a lock strategy. */
record GuardedSessions(LockStrategy strategy) implements Sessions {
  @Override
  public SessionUnderTest make(
      String name, Arena run, ContractMonitor monitor, WireEnd end, Function<Io, Endpoint> stack) {
    return new Session(name, run, strategy, monitor, end, stack);
  }

  @Override
  public Set<Hook> hooks() {
    return EnumSet.allOf(Hook.class);
  }

  @Override
  public boolean shakeHands() {
    return false;
  }

  @Override
  public boolean prunable() {
    return true;
  }
}
