package dev.lockjaw.run;

import dev.lockjaw.adapter.Hook;
import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.arena.Arena;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.session.SessionUnderTest;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.wire.WireEnd;
import java.util.Set;
import java.util.function.Function;

/**
 * Opens the sessions of a cell, and says what they can do: Lockjaw's own under a lock strategy, or
 * those of a user. The only place that distinguishes the two.
 */
interface Sessions {
  /** Those of a test that opens its own. */
  Sessions NONE =
      new Sessions() {
        @Override
        public SessionUnderTest make(
            String name,
            Arena run,
            ContractMonitor monitor,
            WireEnd end,
            Function<Io, Endpoint> stack) {
          throw new IllegalStateException("a test that opens its own sessions is given none");
        }

        @Override
        public Set<Hook> hooks() {
          return Set.of();
        }

        @Override
        public boolean shakeHands() {
          return false;
        }

        @Override
        public boolean prunable() {
          return false;
        }
      };

  /** The sessions that are locked that way. */
  static Sessions of(Locking locking) {
    return locking instanceof SessionAdapter adapter
        ? new UserSessions(adapter)
        : locking instanceof LockStrategy strategy ? new GuardedSessions(strategy) : NONE;
  }

  /**
   * Makes a session over one end of a wire.
   *
   * @param name distinguishes it from other sessions of the run
   * @param stack makes the TLS endpoint over the session's I/O
   */
  SessionUnderTest make(
      String name, Arena run, ContractMonitor monitor, WireEnd end, Function<Io, Endpoint> stack);

  /** What they offer of what not every session does. */
  Set<Hook> hooks();

  /** Whether they always shake hands themselves. */
  boolean shakeHands();

  /**
   * Whether their steps name all that they touch, so that interleavings can be compared. A user's
   * session has fields and locks of its own, which no step names.
   */
  boolean prunable();
}
