package dev.lockjaw.run;

import dev.lockjaw.adapter.AdaptedSession;
import dev.lockjaw.adapter.Hook;
import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.arena.Arena;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.session.SessionUnderTest;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.wire.WireEnd;
import java.util.Set;
import java.util.function.Function;

/** A user's sessions, which lock themselves. */
record UserSessions(SessionAdapter adapter) implements Sessions {
  @Override
  public SessionUnderTest make(
      String name, Arena run, ContractMonitor monitor, WireEnd end, Function<Io, Endpoint> stack) {
    AdaptedSession session = new AdaptedSession(name, run, adapter, monitor, end, stack);
    run.owners().add(name, session::user);
    return session;
  }

  @Override
  public Set<Hook> hooks() {
    return adapter.hooks();
  }

  @Override
  public boolean shakeHands() {
    return adapter.shakesHands();
  }

  @Override
  public boolean prunable() {
    return false;
  }
}
