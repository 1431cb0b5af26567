package dev.lockjaw.run;

import dev.lockjaw.adapter.Hook;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Token;
import dev.lockjaw.sync.MutexKind;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Transport;
import dev.lockjaw.weave.WeavingLoader;
import java.util.Optional;
import java.util.Set;

/**
 * One scenario on sessions that are locked in one way, on one transport.
 *
 * @param locking a lock strategy, or the adapter of a user's sessions
 * @param protocol the TLS version that the scenario is run with
 * @param conditions that its name does not tell
 */
public record Cell(
    Scenario scenario,
    Locking locking,
    Transport transport,
    Protocol protocol,
    Conditions conditions) {

  /** A cell under the usual conditions. */
  public Cell(Scenario scenario, Locking locking, Transport transport, Protocol protocol) {
    this(scenario, locking, transport, protocol, Conditions.USUAL);
  }

  /** A cell of the asked version, or of the one that the scenario needs. */
  public static Cell of(Scenario scenario, Locking locking, Transport transport, Protocol asked) {
    return new Cell(scenario, locking, transport, scenario.protocol(asked));
  }

  /** The same with other mutexes. */
  public Cell with(MutexKind other) {
    return new Cell(scenario, locking, transport, protocol, conditions.with(other));
  }

  /** The same with the monitor stopping nobody who would crash the stack, or with it. */
  public Cell letCrash(boolean let) {
    return new Cell(scenario, locking, transport, protocol, conditions.letCrash(let));
  }

  /** Why it can't be run on this machine, or at all; empty if it can. */
  public Optional<Ending> skipped() {
    Optional<String> unavailable = transport.unavailable().or(conditions.mutex()::unavailable);
    return unavailable
        .map(text -> new Ending(EndingKind.UNAVAILABLE, text))
        .or(() -> unsupported().map(Ending::unsupported));
  }

  private Optional<String> unsupported() {
    if (!transport.protocols().contains(protocol)) {
      return Optional.of(transport.id() + " has no " + protocol.id());
    }
    return missingHook().or(() -> scenario.unsupported(transport));
  }

  private Optional<String> missingHook() {
    Set<Hook> offered = sessions().hooks();
    return scenario.needs().stream()
        .filter(hook -> !offered.contains(hook))
        .sorted()
        .map(Hook::text)
        .map(
            hook ->
                scenario.id() + " needs the hook '" + hook + "', which " + locking.id() + " lacks")
        .findFirst();
  }

  /** Opens its sessions. */
  Sessions sessions() {
    return Sessions.of(locking);
  }

  /** Whether steps name all that they touch, so that equivalent interleavings can be left out. */
  public boolean prunable() {
    return sessions().prunable();
  }

  /** Whether its sessions are of classes with scheduling points woven into them. */
  public boolean woven() {
    return WeavingLoader.made(locking);
  }

  /** What identifies the cell within a run. */
  public CellId id() {
    return new CellId(scenario.id(), locking.id(), transport.id(), protocol.id());
  }

  /** The replay token of one of its schedules. */
  public Token token(Schedule schedule) {
    return new Token(woven(), id(), schedule);
  }
}
